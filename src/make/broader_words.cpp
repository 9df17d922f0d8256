// See broader_words.h. In the singular and small, as RegionTerms reads words.
#include "make/broader_words.h"

#include <array>

namespace meander {
namespace {

constexpr std::array kWords = std::to_array<BroaderWord>({
    // People, by what they are known for.
    {"scientist", "scientists", Breadth::kKind,
     "physicist chemist biologist naturalist astronomer mathematician botanist zoologist "
     "geneticist biochemist geologist physiologist microbiologist cosmologist astrophysicist "
     "bacteriologist immunologist entomologist ecologist paleontologist statistician "
     "ethologist polymath physician"},
    {"thinker", "thinkers", Breadth::kKind,
     "philosopher economist sociologist psychologist theologian anthropologist linguist theorist "
     "historian psychiatrist psychoanalyst logician semiotician intellectual"},
    {"artist", "artists", Breadth::kKind,
     "painter sculptor printmaker photographer illustrator architect engraver draughtsman"},
    {"writer", "writers", Breadth::kKind,
     "novelist poet playwright author essayist dramatist journalist satirist biographer"},
    {"musician", "musicians", Breadth::kKind,
     "composer singer songwriter pianist guitarist violinist rapper band conductor drummer "
     "saxophonist trumpeter bandleader cellist organist"},
    {"ruler", "rulers", Breadth::kKind,
     "king queen emperor empress pharaoh sultan caliph monarch tsar shah khan duke prince "
     "princess regent shogun daimyo maharaja"},
    {"politician", "politicians", Breadth::kKind,
     "president minister statesman chancellor senator diplomat revolutionary dictator activist "
     "premier suffragist abolitionist"},
    {"commander", "commanders", Breadth::kKind,
     "general admiral marshal soldier conqueror warlord conquistador strategist"},
    {"performer", "performers", Breadth::kKind,
     "actor actress filmmaker comedian dancer director entertainer choreographer screenwriter"},
    {"athlete", "athletes", Breadth::kKind,
     "footballer player boxer cricketer sprinter swimmer gymnast runner skater cyclist jumper"},
    {"inventor", "inventors", Breadth::kKind,
     "engineer industrialist businessman entrepreneur aviator astronaut"},
    {"explorer", "explorers", Breadth::kKind, "navigator mountaineer traveler seafarer"},
    // What texts are about.
    {"economy", "economy", Breadth::kField,
     "money price bank banking tax market trade good income debt financial economic finance "
     "investment currency economics loan commerce wage buyer seller"},
    {"law", "law", Breadth::kField,
     "legal court contract right crime criminal judge constitution statute lawyer jurisdiction"},
    {"family", "family", Breadth::kField,
     "marriage child parent wedding spouse kinship sibling adoption birth wife husband"},
    {"government", "government", Breadth::kField,
     "political politics policy election democracy party parliament citizen governance"},
    {"education", "education", Breadth::kField,
     "school university student teacher college academic learning"},
    {"medicine", "medicine", Breadth::kField,
     "disease medical patient symptom treatment disorder health surgery infection drug clinical "
     "hospital therapy diagnosis"},
    {"mind", "the mind", Breadth::kField,
     "psychology mental emotion emotional cognitive behavior feeling consciousness thought "
     "perception"},
    {"sexuality", "sexuality", Breadth::kField, "sexual gender sex reproduction"},
    {"clothing", "clothing", Breadth::kField,
     "garment fabric textile dress shoe cloth fashion jewelry cosmetic hairstyle"},
    {"home", "the home", Breadth::kField,
     "household furniture bathroom kitchen cleaning toilet bed domestic laundry"},
    {"tool", "tools", Breadth::kField, "blade cutting knife hammer handle saw drill"},
    {"machine", "machines", Breadth::kField, "engine motor mechanical machinery pump mechanism"},
    {"transport", "transport", Breadth::kField,
     "vehicle car train bicycle road railway passenger truck traffic automobile bus rail"},
    {"ship", "ships", Breadth::kField, "boat vessel sailing port harbor maritime navy"},
    {"building", "buildings", Breadth::kField,
     "house tower bridge castle architecture construction roof door palace architectural"},
    {"weapon", "weapons", Breadth::kField, "gun sword bomb missile firearm explosive ammunition"},
    {"military", "the military", Breadth::kField, "army war soldier navy battle troop armed"},
    {"aircraft", "aircraft", Breadth::kField, "airplane flight rocket aviation spacecraft airport"},
    {"food", "food", Breadth::kField,
     "cooked eaten dish cuisine bread meat milk cheese sugar cooking edible ingredient flour"},
    {"drink", "drinks", Breadth::kField, "beverage alcoholic wine beer tea coffee brewed"},
    {"farming", "farming", Breadth::kField,
     "crop agriculture agricultural livestock cultivated cattle farmer farm grain harvest"},
    {"plant", "plants", Breadth::kField,
     "flowering tree shrub flower fruit leaf seed botanical herb evergreen"},
    {"animal", "animals", Breadth::kField,
     "mammal bird fish reptile insect predator vertebrate habitat prey invertebrate"},
    {"invertebrate", "invertebrates", Breadth::kField,
     "arthropod mollusc mollusk crustacean worm arachnid jellyfish sponge parasite"},
    {"cell", "cells", Breadth::kField,
     "protein dna gene membrane enzyme molecular genetic chromosome organism bacterium"},
    {"body", "the body", Breadth::kField,
     "muscle bone blood skin brain organ tissue nerve anatomy limb"},
    {"chemistry", "chemistry", Breadth::kField,
     "chemical compound acid molecule organic reaction formula chemist ion"},
    {"material", "materials", Breadth::kField,
     "plastic glass steel alloy concrete wood polymer metal"},
    {"physics", "physics", Breadth::kField,
     "energy particle quantum electron wave force physical photon momentum"},
    {"electricity", "electricity", Breadth::kField,
     "electric electrical voltage circuit electronic electronics current battery"},
    {"astronomy", "astronomy", Breadth::kField,
     "star planet galaxy orbit solar astronomical constellation moon telescope sun"},
    {"geology", "geology", Breadth::kField,
     "rock mineral sediment crust volcanic geological geologic erosion tectonic extinction epoch "
     "fossil"},
    {"weather", "weather", Breadth::kField,
     "climate rain storm wind atmosphere cyclone precipitation cloud atmospheric"},
    {"water", "water", Breadth::kField, "river lake sea ocean stream flow coast"},
    {"mathematics", "mathematics", Breadth::kField,
     "theorem equation algebra geometry mathematical number integer vector polynomial statistical "
     "statistics probability"},
    {"number", "numbers", Breadth::kField,
     "integer numeral decimal fraction digit prime arithmetic numerical"},
    {"algebra", "algebra", Breadth::kField,
     "equation polynomial algebraic linear matrix vector operation"},
    {"computing", "computing", Breadth::kField,
     "computer software program data algorithm digital internet programming computation"},
    {"media", "media", Breadth::kField,
     "television newspaper radio broadcast magazine publication news advertising journalism"},
    {"film", "film", Breadth::kField, "movie cinema film-making cinematic filmed"},
    {"music", "music", Breadth::kField, "song musical melody opera orchestra rhythm instrument"},
    {"theatre", "theatre", Breadth::kField, "stage drama theatrical dance performance ballet"},
    {"literature", "literature", Breadth::kField,
     "novel poem poetry book epic fiction literary story narrative"},
    {"art", "art", Breadth::kField, "painting sculpture artistic artist visual"},
    {"language", "languages", Breadth::kField,
     "spoken linguistic dialect word grammar script alphabet writing speaker linguistics"},
    {"religion", "religion", Breadth::kField,
     "god religious church worship sacred temple christian islam buddhist christianity faith "
     "prayer bible hindu hinduism buddhism islamic"},
    {"mythology", "mythology", Breadth::kField,
     "goddess mythological legend myth deity mythical hero legendary"},
    {"philosophy", "philosophy", Breadth::kField,
     "philosophical ethics logic moral knowledge truth epistemology philosopher reasoning"},
    {"empire", "empires", Breadth::kField, "dynasty kingdom caliphate imperial conquest"},
    {"war", "wars", Breadth::kField, "battle revolution conflict invasion siege treaty military"},
    {"civilization", "civilizations", Breadth::kField,
     "archaeological prehistoric culture neolithic migration bronze archaeology"},
    {"sport", "sports", Breadth::kField, "ball team olympic competition league athlete football"},
    {"game", "games", Breadth::kField, "toy card player gambling video"},
    {"festival", "festivals", Breadth::kField, "holiday celebrate celebration calendar"},
    {"company", "companies", Breadth::kField,
     "corporation brand manufacturer multinational business headquartered"},
    {"calendar", "calendars", Breadth::kField, "time day hour clock year"},
    {"measurement", "measurement", Breadth::kField, "unit measure scale metre length instrument"},
    {"science", "science", Breadth::kField, "scientific scientist theory experiment research"},
    // Lands, by their countries and peoples.
    {"Africa", "Africa", Breadth::kLand,
     "african egypt egyptian ethiopia ethiopian nigeria kenya ghana algeria morocco libya sudan "
     "mali congo angola tanzania uganda zimbabwe zambia mozambique somalia senegal eritrea tunisia "
     "cameroon madagascar namibia botswana rwanda malawi"},
    {"Middle East", "the Middle East", Breadth::kLand,
     "iran iraq syria kuwait qatar saudi arabia arab arabian yemen oman israel jordan lebanon "
     "turkey turkish ottoman persia persian mesopotamia bahrain emirates palestine anatolia kurd"},
    {"India", "India", Breadth::kLand, "indian pakistan bengal mughal punjab delhi sanskrit hindu"},
    {"China", "China", Breadth::kLand, "chinese qing ming tang beijing han taiwan tibet mandarin"},
    {"Japan", "Japan", Breadth::kLand, "japanese tokyo korea korean shogunate"},
    {"Asia", "Asia", Breadth::kLand,
     "asian china chinese india indian japan japanese mongol mongolia korea korean tibet vietnam "
     "thailand indonesia kazakhstan uzbekistan pakistan iran persian afghanistan malaysia burma "
     "myanmar philippines cambodia nepal bangladesh"},
    {"Europe", "Europe", Breadth::kLand,
     "european france french germany german italy italian spain spanish england english britain "
     "british poland polish austria hungary sweden denmark norway netherlands dutch portugal "
     "greece scotland ireland belgium switzerland bohemia finland romania serbia"},
    {"Russia", "Russia", Breadth::kLand, "russian soviet ukraine ukrainian moscow siberia ussr"},
    {"Latin America", "Latin America", Breadth::kLand,
     "mexico mexican brazil brazilian argentina chile peru colombia venezuela bolivia ecuador cuba "
     "cuban paraguay uruguay guatemala honduras panama nicaragua andes caribbean"},
    {"America", "America", Breadth::kLand,
     "american canada canadian california york texas chicago florida washington"},
    {"Rome", "Rome", Breadth::kLand, "roman byzantine"},
    {"Greece", "Greece", Breadth::kLand, "greek athens athenian hellenistic"},
});

}  // namespace

std::span<const BroaderWord> BroaderWords() { return kWords; }

}  // namespace meander
