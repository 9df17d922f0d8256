// Until there is an essay, the front page leads straight to the map and keeps whatever link it got.
location.replace(`ideas.html${location.search}${location.hash}`);
