#!/usr/bin/env python3
"""Fetches one archive of a package by name, version and sha256, without running any of its code.

NAME is PyPI's; "npm:NAME" is npm's. The index is the one this machine's pip or npm is set up for. The file is written to a temporary name, its
sha256 is checked, then it is renamed: a killed or wrong download is never used. Prints the path.
"""
import hashlib
import html.parser
import http.client
import json
import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path


def fail(sentence):
    print(f'meander: {sentence}', file=sys.stderr)
    sys.exit(1)


def index_address():
    if os.environ.get('PIP_INDEX_URL'):  # as pip itself: the environment first
        return os.environ['PIP_INDEX_URL']
    for command in (['config', 'get', 'global.index-url'], ['config', 'get', 'install.index-url']):
        done = subprocess.run([sys.executable, '-m', 'pip', *command], capture_output=True, text=True)
        if done.returncode == 0 and done.stdout.strip():
            return done.stdout.strip()
    return 'https://pypi.org/simple'


def npm_registry():
    if os.environ.get('npm_config_registry'):
        return os.environ['npm_config_registry']
    done = subprocess.run(['npm', 'config', 'get', 'registry'], capture_output=True, text=True)
    address = done.stdout.strip()
    return address if done.returncode == 0 and address.startswith('http') else 'https://registry.npmjs.org'


def npm_address_of(name, version):
    """npm pins by sha512; the file's sha256 is checked like any other's once it is here."""
    page = npm_registry().rstrip('/') + '/' + name.replace('/', '%2f')
    with urllib.request.urlopen(page, timeout=60) as answer:
        versions = json.load(answer)['versions']
    if version not in versions:
        fail(f'the registry {page} has no {name} {version}; nothing was fetched.')
    return versions[version]['dist']['tarball']


class Links(html.parser.HTMLParser):
    def __init__(self, base):
        super().__init__()
        self.base, self.found = base, []

    def handle_starttag(self, tag, attrs):
        href = dict(attrs).get('href')
        if tag == 'a' and href:
            self.found.append(urllib.parse.urljoin(self.base, href))


def address_of(name, version, sha256):
    if name.startswith('npm:'):
        return npm_address_of(name[4:], version)
    page = index_address().rstrip('/') + '/' + re.sub(r'[-_.]+', '-', name).lower() + '/'
    request = urllib.request.Request(page, headers={'Accept': 'application/vnd.pypi.simple.v1+json, text/html;q=0.5'})
    with urllib.request.urlopen(request, timeout=60) as answer:
        body, kind = answer.read(), answer.headers.get_content_type()
    if kind.endswith('json'):
        links = [urllib.parse.urljoin(page, f['url']) + '#sha256=' + f['hashes'].get('sha256', '')
                 for f in json.loads(body)['files']]
    else:
        parser = Links(page)
        parser.feed(body.decode('utf-8', 'replace'))
        links = parser.found
    for link in links:
        if sha256 in link:
            return link.split('#')[0]
    fail(f'the index {page} has no file of {name} {version} with the pinned sha256; nothing was fetched.')


class NotWritten(Exception):
    """This side's disk, not the network."""


class Written:
    """A file being written whose failures are NotWritten."""
    def __init__(self, path):
        self.path = path

    def __enter__(self):
        self.file = self.told(open, self.path, 'wb')
        return self

    def __exit__(self, *_):
        self.told(self.file.close)

    def write(self, block):
        self.told(self.file.write, block)

    @staticmethod
    def told(call, *arguments):
        try:
            return call(*arguments)
        except OSError as error:
            raise NotWritten(error.strerror) from None


def said(error):
    reason = getattr(error, 'reason', None) or getattr(error, 'strerror', None) or error
    return str(reason) or type(error).__name__


def copy_with_progress(answer, target, name):
    total, done, begun, told = int(answer.headers.get('Content-Length') or 0), 0, time.monotonic(), 0
    while block := answer.read(1 << 18):
        target.write(block)
        done += len(block)
        spent = time.monotonic() - begun
        share = done / total if total else 0
        if spent > 2 and total and (share - told >= 0.1 or done == total):
            told = share
            print(f'  {name}: {done / 1e6:.1f} of {total / 1e6:.1f} MB, {spent / share - spent:.0f} s left',
                  file=sys.stderr, flush=True)
    if total and done != total:
        raise ConnectionError('the connection broke')


def main():
    name, version, sha256, folder = sys.argv[1:5]
    folder = Path(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        fail(f'the folder {folder} cannot be made: {error.strerror}.')
    plain = re.sub(r'[^A-Za-z0-9._-]+', '-', name.removeprefix('npm:')).strip('-')
    final = folder / f'{plain}-{version}-{sha256[:12]}'
    if final.exists():
        print(final)
        return
    partial = final.with_name(final.name + '.partial')
    for attempt in range(3):
        try:
            address = address_of(name, version, sha256)
            with urllib.request.urlopen(address, timeout=60) as answer, Written(partial) as target:
                copy_with_progress(answer, target, name)
            break
        except NotWritten as error:
            partial.unlink(missing_ok=True)
            fail(f'{name} could not be written below {folder}: {error}.')
        except urllib.error.HTTPError as error:
            if attempt == 2 or error.code < 500:
                fail(f'{name} could not be fetched: {error.url} answers {error.code} {error.reason}.')
            time.sleep(1 + attempt)
        except (OSError, http.client.HTTPException, ValueError, KeyError) as error:
            if attempt == 2:
                partial.unlink(missing_ok=True)
                fail(f'{name} could not be fetched: {said(error)}. Is there a network?')
            time.sleep(1 + attempt)
    digest = hashlib.sha256(partial.read_bytes()).hexdigest()
    if digest != sha256:
        partial.unlink()
        fail(f'{name} {version} arrived with the sha256 {digest}, not the pinned one; nothing of it was used.')
    os.replace(partial, final)
    print(final)


main()
