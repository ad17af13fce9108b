import type { About } from './claim.ts';

/** How a language says what replies say of reverse DNS. Pieces of expressions, in lower case, for the middle of words too. */
export interface LanguageWords {
  readonly language: string;
  /** What stands for the reverse look-up. "PTR" and "rDNS" are the same everywhere. */
  readonly reverse?: string;
  readonly none?: string;
  readonly differs?: string;
  readonly generic?: string;
  /** The look-up had no answer, or failed. */
  readonly silent?: string;
  /** One that is not right, without saying how. */
  readonly invalid?: string;
  /** Replies, each with its claim; they run as tests. */
  readonly examples: readonly (readonly [text: string, about: About])[];
}

/**
 * A row each. English, and what the large receivers write, stands in `meaning.ts`. The words are those of each language's
 * own texts on mail and DNS; a row is extended where somebody meets another one.
 */
export const LANGUAGES: readonly LanguageWords[] = [
  {
    language: 'German',
    reverse: 'rückwärts(?:auflösung|eintrag|suche)?|umgekehrte[rn]? (?:dns|namens)',
    none: 'nicht (?:vorhanden|gesetzt|gefunden|hinterlegt|eingerichtet)|besitzt kein|hat kein\\p{L}{0,2}|existiert nicht|nicht (?:konfiguriert|definiert|bekannt|angelegt|registriert|ermittelt)|keine[rsn]? (?:gefunden|vorhanden)',
    differs:
      'stimmt nicht überein|stimmen nicht überein|passt nicht|zeigt nicht|stimmt nicht mit|weicht .{0,40} ab|abweichend\\p{L}{0,2}|löst nicht (?:auf|zurück)|verschieden|unterschiedlich',
    generic: 'generisch|dynamisch|einwahl|standardname',
    silent:
      'zeitüberschreitung|dns-fehler|abfrage.{0,60}fehlgeschlagen|\\p{L}{0,20}auflösung.{0,60}(?:fehlgeschlagen|gescheitert|nicht möglich)',
    examples: [
      ['550 Der PTR-Eintrag für 192.0.2.1 ist nicht gesetzt', 'ptr-missing'],
      ['550 Der PTR-Eintrag passt nicht zur Adresse 192.0.2.1', 'ptr-not-confirmed'],
      ['451 Zeitüberschreitung bei der Rückwärtsauflösung von 192.0.2.1', 'lookup-failed'],
      ['451 Rückwärtsauflösung von 192.0.2.1 vorübergehend fehlgeschlagen', 'lookup-failed'],
      ['550 Der Reverse-DNS-Eintrag von 192.0.2.1 existiert nicht', 'ptr-missing'],
      ['550 Der PTR von 192.0.2.1 weicht vom A-Record ab', 'ptr-not-confirmed'],
    ],
  },
  {
    language: 'French',
    reverse:
      'dns inverse|r[ée]solution (?:dns )?inverse|enregistrement inverse|nom (?:d.h[ôo]te )?inverse|nom inverse|dns invers[ée]e?',
    none: "pas de|pas d'\\p{L}{1,20}|n'existe pas|introuvable|n'est pas (?:d[ée]fini|configur[ée]|renseign[ée])|aucun\\p{L}{0,1}|manquant\\p{L}{0,1}|inexistant\\p{L}{0,1}|n'a pas|(?:ne |n')(?:poss[èe]de|dispose) pas|non (?:d[ée]fini|configur[ée]|trouv[ée]|renseign[ée])|d[ée]pourvu\\p{L}{0,1}",
    differs:
      'ne correspond pas|ne pointe pas|ne concorde pas|diff[èe]re\\p{L}{0,2}|incoh[ée]rent\\p{L}{0,1}|ne r[ée]sout pas',
    generic: 'g[ée]n[ée]rique|dynamique',
    silent: "d[ée]lai (?:d[ée]pass[ée]|d'attente)|r[ée]solution.{0,60}(?:[ée]chou[ée]|impossible)",
    invalid: 'non valide|erron[ée]\\p{L}{0,1}',
    examples: [
      ["550 L'adresse 192.0.2.1 n'a pas d'enregistrement DNS inverse", 'ptr-missing'],
      ["550 Le nom inverse de 192.0.2.1 ne pointe pas vers l'adresse", 'ptr-not-confirmed'],
      ['550 Le PTR de 192.0.2.1 est générique', 'ptr-generic'],
      ["451 Délai d'attente dépassé pour le DNS inverse de 192.0.2.1", 'lookup-failed'],
      ['451 La résolution inverse de 192.0.2.1 a échoué', 'lookup-failed'],
      ['550 Enregistrement PTR manquant pour 192.0.2.1', 'ptr-missing'],
      ['550 Le PTR de 192.0.2.1 diffère du nom annoncé', 'ptr-not-confirmed'],
    ],
  },
  {
    language: 'Spanish',
    reverse:
      'dns invers[oa]|resoluci[óo]n inversa|registro inverso|b[úu]squeda inversa|inversa de dns|nombre (?:de host )?inverso|inverso',
    none: 'no (?:tiene|existe|hay|posee|se encontr[óo]|encontrado|est[áa] configurad[oa])|carece|sin|falta|ning[úu]n\\p{L}{0,1}|no (?:dispone|cuenta con|definid[oa]|localizad[oa]|resuelve)(?! a)|inexistente|ausente',
    differs: 'no (?:coincide|corresponde|concuerda|apunta)|difiere|distint[oa]|no resuelve a',
    generic: 'gen[ée]ric[oa]|din[áa]mic[oa]',
    silent:
      'tiempo de espera|se agot[óo] el tiempo|resoluci[óo]n.{0,60}(?:fall[óo]|fallid[oa]|ha fallado)|tiempo agotado|expir[óo] el tiempo',
    examples: [
      ['550 La dirección 192.0.2.1 carece de resolución inversa', 'ptr-missing'],
      ['550 El DNS inverso de 192.0.2.1 no coincide', 'ptr-not-confirmed'],
      ['550 El PTR de 192.0.2.1 es genérico', 'ptr-generic'],
      ['550 La IP 192.0.2.1 no dispone de registro PTR', 'ptr-missing'],
      ['550 192.0.2.1 tiene un nombre inverso dinámico', 'ptr-generic'],
      ['451 Tiempo agotado en la resolución inversa de 192.0.2.1', 'lookup-failed'],
    ],
  },
  {
    language: 'Portuguese',
    reverse: 'dns revers[oa]|reverso|resolu[çc][ãa]o reversa',
    none: 'n[ãa]o (?:tem|possui|existe|h[áa]|encontrado|configurado)|sem|ausente|falta|nenhum\\p{L}{0,1}|n[ãa]o (?:disp[õo]e|definido|localizado|foi (?:encontrad|configurad|definid|localizad)[oa])|inexistente|carece',
    differs: 'n[ãa]o (?:corresponde|coincide|confere|bate|aponta)|diferente|difere|n[ãa]o (?:resolve|casa)',
    generic: 'gen[ée]ric[oa]|din[âa]mic[oa]',
    silent: 'tempo (?:limite|esgotado)|resolu[çc][ãa]o.{0,60}falhou',
    examples: [
      ['550 O IP 192.0.2.1 não tem reverso configurado', 'ptr-missing'],
      ['550 O DNS reverso de 192.0.2.1 não confere', 'ptr-not-confirmed'],
      ['550 DNS reverso inexistente para 192.0.2.1', 'ptr-missing'],
      ['451 Tempo esgotado na consulta do DNS reverso de 192.0.2.1', 'lookup-failed'],
    ],
  },
  {
    language: 'Italian',
    reverse: 'dns invers[oa]|risoluzione inversa|record inverso|nome inverso|inverso',
    none: 'non (?:ha|esiste|presente|trovato|configurato)|privo|senza|manca|assente|inesistente|nessun\\p{L}{0,1}|mancante|non (?:risulta|dispone|possiede|definito|impostato|disponibile|[èe] (?:presente|stato trovato|configurato|impostato|definito|disponibile))|sprovvist[oa]',
    differs:
      'non (?:corrisponde|coincide|combacia|punta)|divers[oa]|differisce|non (?:risolve|coincidono|corrispondono)',
    generic: 'generic[oa]|dinamic[oa]',
    silent: 'tempo scaduto|risoluzione.{0,60}(?:fallita|non riuscita)',
    examples: [
      ["550 L'IP 192.0.2.1 è privo di risoluzione inversa", 'ptr-missing'],
      ['550 Il DNS inverso di 192.0.2.1 non coincide', 'ptr-not-confirmed'],
      ['550 Il nome inverso di 192.0.2.1 non è impostato', 'ptr-missing'],
      ['550 Il reverse DNS di 192.0.2.1 non risolve allo stesso indirizzo', 'ptr-not-confirmed'],
    ],
  },
  {
    language: 'Catalan',
    reverse: 'dns invers|resolució inversa|registre invers',
    none: "no té|no existeix|manca|sense|falta|no (?:disposa|s'ha trobat|trobat|configurat)|inexistent",
    differs: 'no (?:coincideix|correspon)|no coincideixen|diferent',
    examples: [
      ["550 L'adreça 192.0.2.1 no té registre invers", 'ptr-missing'],
      ['550 El DNS invers de 192.0.2.1 no coincideix', 'ptr-not-confirmed'],
    ],
  },
  {
    language: 'Romanian',
    reverse: 'dns invers|rezolvare(?:a)? inversă|înregistrare(?:a)? inversă|dns reverse|revers(?!e|a)\\p{L}{0,3}',
    none: 'lipse[sșş]te|lipsă|nu are|nu există|fără|inexistent\\p{L}{0,1}|nu (?:este (?:definit|configurat|setat)|a fost găsit)\\p{L}{0,1}',
    differs: 'nu (?:corespunde|se potrive[sșş]te)|diferit\\p{L}{0,1}|nu coincide',
    invalid: 'nevalid\\p{L}{0,1}|incorect\\p{L}{0,1}',
    examples: [
      ['550 Adresa 192.0.2.1 nu are DNS invers', 'ptr-missing'],
      ['550 DNS invers pentru 192.0.2.1 nu corespunde', 'ptr-not-confirmed'],
      ['550 Înregistrarea PTR pentru 192.0.2.1 nu este definită', 'ptr-missing'],
    ],
  },
  {
    language: 'Dutch',
    reverse: 'omgekeerde (?:dns|lookup|zone)',
    none: 'geen|ontbreekt|niet (?:gevonden|ingesteld|aanwezig)|zonder|bestaat niet|niet (?:geconfigureerd|beschikbaar|bekend|geregistreerd|gedefinieerd)|ontbrekende?',
    differs: 'komt niet overeen|niet overeen|klopt niet|wijst niet|komen niet overeen|wijkt af|verschilt|anders',
    generic: 'generiek\\p{L}{0,1}|dynamisch\\p{L}{0,1}',
    silent: 'tijdslimiet|tijd verstreken',
    invalid: 'onjuist\\p{L}{0,1}|correcte?',
    examples: [
      ['550 Reverse DNS van 192.0.2.1 is niet ingesteld', 'ptr-missing'],
      ['550 De reverse DNS van 192.0.2.1 komt niet overeen', 'ptr-not-confirmed'],
      ['550 Het PTR-record van 192.0.2.1 bestaat niet', 'ptr-missing'],
    ],
  },
  {
    language: 'Swedish, Norwegian, Danish',
    reverse: 'omvänd(?:a)? (?:dns|uppslag\\p{L}{0,6}|namn\\p{L}{0,12})|omvendt (?:dns|opslag|oppslag)|bakl[äe]ngs',
    none: 'saknar|saknas|mangler|ingen|inget|intet|ikke (?:funnet|fundet|satt|sat)|inte (?:hitta\\p{L}{0,3}|satt)|uten|uden|utan|finns (?:inte|ej)|finn?es ikke|findes ikke|ikke (?:konfigurert|konfigureret|registrert|registreret|opsat|angivet|oppgitt)|inte (?:konfigurera[dt]|registrera[dt]|angive[nt])',
    differs:
      '(?:stämmer|matchar) inte|(?:stemmer|samsvarer|matcher|passer) ikke|(?:stämmer|överensstämmer) (?:inte|ej)|matchar ej|avviker|afviger',
    generic: 'generisk\\p{L}{0,1}|dynamisk\\p{L}{0,1}',
    silent: 'tidsgräns\\p{L}{0,2}|tidsavbrott|tidsavbrudd',
    invalid: 'ogiltig\\p{L}{0,1}|ugyldig\\p{L}{0,1}|giltig\\p{L}{0,1}|gyldig\\p{L}{0,1}|felaktig\\p{L}{0,1}',
    examples: [
      ['550 Adressen 192.0.2.1 saknar omvänd DNS', 'ptr-missing'],
      ['550 Omvendt DNS for 192.0.2.1 stemmer ikke', 'ptr-not-confirmed'],
      ['550 Reverse DNS for 192.0.2.1 findes ikke', 'ptr-missing'],
      ['550 Adressen 192.0.2.1 har ogiltig omvänd DNS', 'ptr-unspecified'],
    ],
  },
  {
    language: 'Finnish',
    reverse: 'käänteis\\p{L}{0,14}|käänteinen',
    none: 'puuttu\\p{L}{0,4}|ei ole|ei löydy|ei löytynyt|ei (?:ole (?:määritetty|asetettu)|määritetty|asetettu)',
    differs: 'ei vastaa|eivät vastaa|ei täsmää|eroaa|poikkeaa',
    silent: 'aikakatkais\\p{L}{0,4}',
    invalid: 'virheelli\\p{L}{0,5}|kelvolli\\p{L}{0,5}',
    examples: [
      ['550 Osoitteen 192.0.2.1 käänteisnimi puuttuu', 'ptr-missing'],
      ['550 Käänteisnimi ei vastaa osoitetta 192.0.2.1', 'ptr-not-confirmed'],
    ],
  },
  {
    language: 'Estonian, Latvian, Lithuanian',
    reverse: 'pöörd\\p{L}{0,10}|apgriezt\\p{L}{0,4}|revers\\p{L}{0,3} dns|atvirkštin\\p{L}{0,4}',
    none: 'puudub|puuduvad|nav|nėra|neturi|trūksta|trūkst',
    differs: 'ei (?:vasta|klapi|ühti)|neatbilst|nesakrīt|neatitinka|nesutampa',
    examples: [
      ['550 Aadressil 192.0.2.1 puudub pöördnimi', 'ptr-missing'],
      ['550 PTR ieraksts 192.0.2.1 nesakrīt', 'ptr-not-confirmed'],
      ['550 Adresas 192.0.2.1 neturi atvirkštinio DNS', 'ptr-missing'],
    ],
  },
  {
    language: 'Polish',
    reverse: 'odwrotn\\p{L}{0,4}|rewers\\p{L}{0,4}',
    none: 'brak\\p{L}{0,3}|nie (?:ma|posiada|znaleziono|istnieje)|bez|nie (?:jest )?(?:ustawion|skonfigurowan|zdefiniowan|odnalezion|znalezion)\\p{L}{0,2}|nieistniejąc\\p{L}{0,3}',
    differs: 'nie (?:zgadza|odpowiada|pasuje|wskazuje)|niezgodn\\p{L}{0,4}|różni(?:ą)? się|niezgodność',
    generic: 'generyczn\\p{L}{0,3}|dynamiczn\\p{L}{0,3}',
    silent: 'przekroczon\\p{L}{0,3} (?:limit )?czas\\p{L}{0,2}',
    invalid: 'błędn\\p{L}{0,3}|nieważn\\p{L}{0,3}',
    examples: [
      ['550 Adres 192.0.2.1 nie posiada wpisu odwrotnego', 'ptr-missing'],
      ['550 Rekord PTR dla 192.0.2.1 nie zgadza się', 'ptr-not-confirmed'],
      ['550 Rekord PTR dla 192.0.2.1 jest dynamiczny', 'ptr-generic'],
      ['550 Rekord PTR dla 192.0.2.1 nie jest ustawiony', 'ptr-missing'],
      ['550 Błędny rekord PTR dla 192.0.2.1', 'ptr-unspecified'],
    ],
  },
  {
    language: 'Czech, Slovak',
    reverse: 'zpětn\\p{L}{0,4}|spätn\\p{L}{0,4}|reverzn\\p{L}{0,4}',
    none: 'chybí|chýba|nemá|neexistuje|nenalezen\\p{L}{0,1}|nenájden\\p{L}{0,1}|bez|není|nie je|nebyl\\p{L}{0,1} (?:nalezen|nastaven|nájden)\\p{L}{0,1}|chybějící|chýbajúci|schází',
    differs: 'neodpovídá|nezodpovedá|nesouhlasí|nesúhlasí|neshoduje|neodpovídají|liší se|nesedí|neukazuje',
    generic: 'generick\\p{L}{0,3}|dynamick\\p{L}{0,3}',
    silent: 'vypršel\\p{L}{0,1} (?:časový )?(?:limit|čas)\\p{L}{0,2}|časový limit|nepodařilo (?:se )?zjistit',
    invalid: 'platn\\p{L}{0,3}|chybn\\p{L}{0,3}',
    examples: [
      ['550 Adresa 192.0.2.1 nemá reverzní záznam', 'ptr-missing'],
      ['550 Spätný záznam 192.0.2.1 nezodpovedá', 'ptr-not-confirmed'],
      ['550 Pro adresu 192.0.2.1 není nastaven reverzní záznam', 'ptr-missing'],
      ['451 Vypršel časový limit zpětného dotazu na 192.0.2.1', 'lookup-failed'],
    ],
  },
  {
    language: 'Slovenian, Croatian, Serbian, Bosnian',
    reverse: 'obratn\\p{L}{0,4}|povratn\\p{L}{0,4}|obrnut\\p{L}{0,4}|reverzn\\p{L}{0,4}|обрнут\\p{L}{0,4}',
    none: 'manjka|nima|nedostaje|nema|ne postoji|недостаје|нема|ni (?:nastavljen|najden|določen)\\p{L}{0,1}|nije (?:postavljen|pronađen|podešen|definiran|definisan)\\p{L}{0,1}',
    differs: 'ne (?:ustreza|ujema|odgovara|podudara|poklapa)|razlikuje se|se razlikuje',
    invalid: 'neveljav\\p{L}{0,3}|neispravn?\\p{L}{0,3}|nevaže\\p{L}{0,4}',
    examples: [
      ['550 Adresa 192.0.2.1 nema reverzni DNS zapis', 'ptr-missing'],
      ['550 Obratni zapis za 192.0.2.1 se ne ujema', 'ptr-not-confirmed'],
      ['550 Reverzni zapis za 192.0.2.1 nije pronađen', 'ptr-missing'],
    ],
  },
  {
    language: 'Hungarian',
    reverse: 'fordított\\p{L}{0,4}|inverz|visszafelé',
    none: 'nincs\\p{L}{0,4}|hiányzik|nem (?:található|létezik|tartozik)|nem rendelkezik|hiányzó|nem (?:talált\\p{L}{0,3}|létező)|nincs (?:beállítva|megadva)',
    differs: 'nem (?:egyezik|felel meg)|eltér\\p{L}{0,3}|nem (?:mutat|azonos)',
    generic: 'dinamikus|általános',
    silent: 'időtúllépés\\p{L}{0,4}',
    invalid: 'érvénytelen\\p{L}{0,2}|érvényes|hibás|helytelen',
    examples: [
      ['550 A 192.0.2.1 címhez nem található fordított név', 'ptr-missing'],
      ['550 A 192.0.2.1 PTR rekordja nem egyezik', 'ptr-not-confirmed'],
      ['550 A 192.0.2.1 cím nem rendelkezik reverse DNS bejegyzéssel', 'ptr-missing'],
      ['550 A 192.0.2.1 PTR rekordja érvénytelen', 'ptr-unspecified'],
    ],
  },
  {
    language: 'Russian',
    reverse: 'обратн\\p{L}{0,4}|реверсн\\p{L}{0,4}',
    none: 'нет|отсутств\\p{L}{0,6}|без|не (?:найден\\p{L}{0,2}|задан\\p{L}{0,2}|настроен\\p{L}{0,2}|существует|имеет)|не (?:прописан|указан|определ[её]н|обнаружен|установлен|зарегистрирован|удалось найти)\\p{L}{0,2}|нету',
    differs:
      'не (?:соответству\\p{L}{0,3}|совпада\\p{L}{0,3}|указыва\\p{L}{0,3})|отличается|расходится|не (?:разрешается|резолвится|ведёт|ведет)',
    generic: 'динамическ\\p{L}{0,3}|общ(?:ее|ий|его) им\\p{L}{0,3}',
    silent: 'истекло время|превышено время|тайм-?аут|не отвечает|временн\\p{L}{1,3} (?:ошибк|сбо)\\p{L}{1,3}',
    invalid: 'недействительн\\p{L}{0,3}|ошибочн\\p{L}{0,3}',
    examples: [
      ['550 Обратная зона для 192.0.2.1 не настроена', 'ptr-missing'],
      ['550 PTR-запись 192.0.2.1 не совпадает с адресом', 'ptr-not-confirmed'],
      ['451 Истекло время ожидания обратного DNS для 192.0.2.1', 'lookup-failed'],
      ['550 PTR для 192.0.2.1 не прописан', 'ptr-missing'],
      ['451 Временная ошибка обратного запроса для 192.0.2.1', 'lookup-failed'],
    ],
  },
  {
    language: 'Ukrainian, Belarusian, Bulgarian, Macedonian',
    reverse: 'зворотн\\p{L}{0,4}|адваротн\\p{L}{0,4}|обрат(?:н\\p{L}{1,4}|ен)',
    none: 'відсутн\\p{L}{0,4}|немає|не має|не знайдено|адсутн\\p{L}{0,6}|няма|липсва\\p{L}{0,2}|нема|недостасува|не (?:налаштовано|вказано|існує|задано|намерен\\p{L}{0,1}|съществува|е (?:зададен|намерен|настроен)\\p{L}{0,1})',
    differs:
      'не (?:відповіда\\p{L}{0,2}|збіга\\p{L}{0,5}|съответства|съвпада|совпаѓа|адпавяда\\p{L}{0,2})|відрізняється|различава се',
    silent: 'час очікування|изтекло време|таймаут',
    invalid: 'недійсн\\p{L}{0,3}|некоректн\\p{L}{0,3}|невірн\\p{L}{0,3}|невалид\\p{L}{0,3}',
    examples: [
      ['550 Зворотний запис для 192.0.2.1 відсутній', 'ptr-missing'],
      ['550 Липсва обратен запис за 192.0.2.1', 'ptr-missing'],
      ['550 PTR записът за 192.0.2.1 не съвпада', 'ptr-not-confirmed'],
      ['550 Зворотний запис для 192.0.2.1 не налаштовано', 'ptr-missing'],
    ],
  },
  {
    language: 'Greek',
    reverse: 'αντίστροφ\\p{L}{0,4}|αντιστροφ\\p{L}{0,4}',
    none: 'λείπει|χωρίς|δεν (?:υπάρχει|έχει|βρέθηκε|διαθέτει)|απουσιάζει|δεν (?:έχει οριστεί|είναι ορισμένο)|ανύπαρκτ\\p{L}{0,2}',
    differs: 'δεν (?:ταιριάζει|αντιστοιχεί|συμφωνεί)|διαφέρει|δεν αντιστοιχούν',
    silent: 'λήξη χρόνου|χρονικό όριο',
    invalid: '(?:μη )?έγκυρ\\p{L}{0,2}|λανθασμέν\\p{L}{0,2}',
    examples: [
      ['550 Η διεύθυνση 192.0.2.1 δεν έχει αντίστροφη εγγραφή', 'ptr-missing'],
      ['550 Το PTR της 192.0.2.1 δεν ταιριάζει', 'ptr-not-confirmed'],
    ],
  },
  {
    language: 'Turkish',
    reverse: 'ters (?:dns|kay\\p{L}{1,4}|çözüm\\p{L}{0,6}|arama\\p{L}{0,4})',
    none: 'yok\\p{L}{0,4}|bulunamadı|eksik|bulunmuyor|tanımlı değil|tanımlanmamış|ayarlanmamış|mevcut değil|kayıtlı değil|olmayan',
    differs: 'eşleşmiyor|uyuşmuyor|uymuyor|farklı',
    generic: 'dinamik|jenerik',
    silent: 'zaman aşımı\\p{L}{0,3}',
    invalid: 'geçersiz|geçerli|hatalı',
    examples: [
      ['550 192.0.2.1 için ters kayıt bulunamadı', 'ptr-missing'],
      ['550 192.0.2.1 adresinin PTR kaydı eşleşmiyor', 'ptr-not-confirmed'],
      ['550 192.0.2.1 adresinin PTR kaydı tanımlanmamış', 'ptr-missing'],
      ['550 192.0.2.1 için geçersiz PTR kaydı', 'ptr-unspecified'],
    ],
  },
  {
    language: 'Hebrew, Arabic, Persian',
    reverse: 'הפוך|הפוכה|عكسي\\p{L}{0,1}|العكسي|معکوس',
    none: 'אין|חסר\\p{L}{0,1}|لا يوجد|لا تملك|ليس|مفقود|ندارد|یافت نشد|לא (?:קיים|קיימת|נמצא|נמצאה|מוגדר|מוגדרת)|غير موجود|لم يتم العثور|تعریف نشده|وجود ندارد',
    differs: 'לא תואמת?|لا يتطابق|غير مطابق|مطابقت ندارد',
    invalid: 'غير صالح|לא תקין|לא תקינה|نامعتبر',
    examples: [
      ['550 אין רשומת DNS הפוך עבור 192.0.2.1', 'ptr-missing'],
      ['550 لا يوجد سجل DNS عكسي للعنوان 192.0.2.1', 'ptr-missing'],
      ['550 رکورد PTR برای 192.0.2.1 مطابقت ندارد', 'ptr-not-confirmed'],
    ],
  },
  {
    language: 'Indonesian, Malay',
    reverse: 'dns (?:terbalik|balik)|pencarian balik',
    none: 'tidak (?:ada|memiliki|ditemukan|mempunyai)|belum|tiada|tanpa|tidak (?:tersedia|dikonfigurasi|diatur|wujud)',
    differs: 'tidak (?:cocok|sesuai|sama|sepadan)|berbeda|berbeza',
    generic: 'dinamis|dinamik',
    silent: 'waktu habis|tamat masa',
    invalid: 'tidak (?:valid|sah)',
    examples: [
      ['550 IP 192.0.2.1 tidak memiliki DNS terbalik', 'ptr-missing'],
      ['550 PTR 192.0.2.1 tidak cocok', 'ptr-not-confirmed'],
    ],
  },
  {
    language: 'Vietnamese',
    reverse: '(?:phân giải|tra cứu|dns|bản ghi) ngược',
    none: 'không (?:có|tìm thấy|tồn tại)|thiếu|chưa (?:có|cấu hình)|không được (?:cấu hình|thiết lập)|chưa được',
    differs: 'không (?:khớp|trùng)|không (?:giống|tương ứng)',
    silent: 'hết thời gian',
    invalid: 'không hợp lệ',
    examples: [
      ['550 Địa chỉ 192.0.2.1 không có bản ghi ngược', 'ptr-missing'],
      ['550 Bản ghi PTR của 192.0.2.1 không khớp', 'ptr-not-confirmed'],
      ['550 Bản ghi PTR của 192.0.2.1 chưa được thiết lập', 'ptr-missing'],
    ],
  },
  {
    language: 'Thai',
    reverse: 'ย้อนกลับ',
    none: 'ไม่มี|ไม่พบ',
    differs: 'ไม่ตรง|ไม่สอดคล้อง',
    invalid: 'ไม่ถูกต้อง',
    examples: [['550 ไม่พบ DNS ย้อนกลับของ 192.0.2.1', 'ptr-missing']],
  },
  {
    language: 'Korean',
    reverse: '역방향|역 ?조회|역 ?dns',
    none: '없|누락|찾을 수|있지 않|미설정|미등록|설정되지|등록되지|존재하지',
    differs: '일치하지|맞지 않|다릅니다|불일치',
    generic: '동적|유동',
    silent: '시간 ?초과',
    invalid: '유효하지|잘못된|올바르지',
    examples: [
      ['550 192.0.2.1 의 역방향 조회 결과가 없습니다', 'ptr-missing'],
      ['550 192.0.2.1 의 PTR 레코드가 일치하지 않습니다', 'ptr-not-confirmed'],
      ['550 192.0.2.1 의 PTR 레코드가 등록되지 않았습니다', 'ptr-missing'],
    ],
  },
  {
    language: 'Japanese',
    reverse: '逆引き?|逆索き|リバース ?dns',
    none: '(?:設定|登録|定義)(?:が|は)?(?:され|し)?て?(?:いません|いない|いないため|なし)|見つかりません|存在しません|ありません|ございません|できません|未設定|未登録|無し|なし|がない|(?:引|ひ)けません|(?:引|ひ)けない|できない|解決できず|得られません',
    differs: '一致しません|一致しない|不一致|異なり|合致しません|異なる|異なります|整合しません',
    generic: '動的|汎用',
    silent: 'タイムアウト|時間切れ',
    invalid: '不正|無効|正しくありません',
    examples: [
      ['550 192.0.2.1 の逆引きが登録されていません', 'ptr-missing'],
      ['550 192.0.2.1 の逆引きと正引きが一致しません', 'ptr-not-confirmed'],
      ['451 192.0.2.1 の逆引きがタイムアウトしました', 'lookup-failed'],
      ['550 192.0.2.1 の逆引きができないため拒否しました', 'ptr-missing'],
    ],
  },
  {
    language: 'Chinese',
    reverse: '反向|反解|反查|逆向',
    none: '没有|沒有|缺少|缺乏|無(?!效)|无法?(?!效)|未(?:设置|設置|設定|配置|找到|解析)|不存在|查不到|未(?:登记|登錄|查到|查詢到|发现|發現|定义|定義|能解析)|找不到|缺失',
    differs: '不匹配|不一致|不符|不相符|不相同|不同|对不上|對不上|不對應|不对应',
    generic: '动态|動態|通用',
    silent: '超时|逾時|超時',
    invalid: '无效|無效|不正确|不正確|错误|錯誤|(?:没有|沒有|无|無)有效',
    examples: [
      ['550 發信主機 192.0.2.1 未設定反解', 'ptr-missing'],
      ['550 192.0.2.1 的反向解析与域名不一致', 'ptr-not-confirmed'],
      ['451 192.0.2.1 反向解析超时', 'lookup-failed'],
      ['550 找不到 192.0.2.1 的反向解析', 'ptr-missing'],
      ['550 192.0.2.1 没有有效的反向解析', 'ptr-unspecified'],
    ],
  },
];

/** One expression of what all languages have for a thing. Words in letters begin and end where letters do. */
export function inAllLanguages(of: 'reverse' | 'none' | 'differs' | 'generic' | 'silent' | 'invalid'): string {
  const words = LANGUAGES.flatMap((row) => (row[of] === undefined ? [] : [row[of]])).join('|');
  // Scripts without blanks have no ends of words.
  const own = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}';
  return `(?:(?<![\\p{L}])|(?<=[${own}]))(?:${words})(?:(?![\\p{L}])|(?<=[${own}]))`;
}
