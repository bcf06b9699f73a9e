import type { CoachLanguage } from './coach';
import { patterns, type Pattern } from './pattern';
import { SPANISH_HARD_WORDS } from './spanish-hard-words';

const OTHERS = String.raw`él|ella|ellos|ellas|(?:mi |tu |su |nuestra |nuestro )?(?:mamá|papá|madre|padre|hermano|hermana|hijo|hija|esposa|esposo|marido|mujer|pareja|familia|abuela|abuelo|suegra)`;
const ME = String.raw`(?:me|nos|le|lo|la|les|los|las|te|se)`;

const THREATS: Pattern[] = patterns(
  'threat',
  [
    String.raw`o si no(?! (?:puedes|quieres|estás|te|lo|hay|tienes|sabes))|te (?:vas a arrepentir|arrepentirás|va a pesar|pesará|vas a enterar|enterarás|vas a quedar (?:sol[oa]|sin|en la calle)|quedarás (?:sol[oa]|sin|en la calle))|(?:ya )?(?:verás|vas a ver) (?:lo que|cómo|si|de lo)|ya verás(?=[.!,]|$)|me las (?:vas a pagar|pagarás)|lo (?:vas a pagar|pagarás|vas a lamentar|lamentarás)`,
  ],
  [
    String.raw`(?:te|os) (?:voy a|vamos a) (?:echar|sacar|correr|dejar(?! (?:un|una|el|la|tu|en paz|tranquil|espacio|tiempo))|quitar|castigar|encerrar|denunciar|demandar|internar|pegar|golpear|acusar|abandonar|mandar|cortar|matar|enseñar lo que|desheredar|olvidar|exponer|hacer pagar)|te (?:echo|echaré|sacaré|dejaré(?! (?:un|una|el|la|tu|en paz|tranquil|espacio|tiempo))|quitaré|castigaré|encerraré|denunciaré|abandonaré|corto|quito|interno|internaré|mando|mandaré|desheredo|desheredaré)`,
  ],
  [
    String.raw`(?:voy|vamos) a (?:llamar a la policía|contar(?:le)?s? (?:a )?tod\p{L}+|decir(?:le)?s? a tod\p{L}+|irme y no|quitarte|echarte|sacarte|correrte|dejarte(?! (?:un|una|el|la|tu|en paz|espacio|tiempo))|castigarte|internarte|denunciarte|encerrarte|divorciarme|pedir el divorcio|hacer que te)|(?:llamaré|llamo) a la policía|me divorcio|nos divorciamos`,
  ],
  [
    String.raw`no (?:verás|vas a ver) (?:más |nunca )?a|no (?:vas a|vuelvas a|volverás a) (?:volver|ver|entrar|salir|tener|pisar|tocar|usar|hablar|hablarme|llamarme|buscarme|contar|verme|vernos|recibir|poner un pie|acercarte|pedirme)|no (?:me|nos) (?:vuelves|volverás|vuelvas|verás) (?:a )?(?:ver|hablar|más)?|no (?:vuelvas|regreses)(?: (?:más|nunca|a (?:casa|esta casa)))?|no te (?:vuelvo|volveré|vamos a volver|voy a volver) a (?:hablar|ver|ayudar|creer|perdonar|dar|prestar|recibir|abrir)|nunca (?:más )?(?:te|os) (?:voy a|vuelvo|volveré|perdonaré)|no esperes que|ni se te ocurra|no te atrevas|no me provoques|no me hagas (?:enojar|enfadar|perder|llamar|repetir|hacerlo)`,
  ],
  [
    String.raw`(?:es |esta es |te doy )?(?:tu |la )?última (?:oportunidad|advertencia|vez que)|te (?:lo )?advierto|(?:te )?estoy advirtiendo|quedas advertid[oa]|última advertencia`,
  ],
  [
    String.raw`(?:más te vale|cuidado con(?:migo| lo que)|atente a las consecuencias|allá tú|haz las maletas|recoge tus cosas|lárgate|vete de (?:esta|mi|la) casa|fuera de (?:mi|esta) (?:casa|vida)|búscate otr[oa] (?:casa|familia|lugar)|despídete de|olvídate de(?! (?:la prisa|lo demás))|se acabó (?:el|la|tu|todo|lo nuestro)|esto se acabó|o yo o|o (?:el|la|las|los) [\p{L}]+ o (?:yo|nosotros|tu familia))`,
  ],
  [
    String.raw`(?:a menos que|a no ser que|hasta que no|mientras no) (?:dejes|cambies|pares|aceptes|vayas|consigas|te (?:portes|disculpes|comportes|cures|trates)|pidas|hagas|obedezcas|tomes)|o (?:te vas|me voy|te largas|te quedas|nos vamos|te echo|te dejo|te quito|se acabó|vas a ver|verás|te vas a)|(?:una más|un(?:a)? [\p{L}]+ más|otra (?:vez|mentira|recaída|borrachera)|la próxima vez)(?: (?:que|así)(?: [\p{L}]+){1,6})?,? (?:y|te|me|no|llam|v)`,
  ],
  [
    String.raw`(?:perderás|vas a perder) (?:a|tu|tus|la|el|todo|esta|mi|los|las)|(?:acabarás|terminarás|vas a (?:acabar|terminar)) (?:sol[oa]|en la (?:calle|cárcel)|muert[oa]|sin|pres[oa])|sin (?:dinero|teléfono|celular|salir|visitas|cena|comida|coche) (?:hasta|si|mientras)|no hay más (?:dinero|visitas|ayuda|oportunidades)|si (?:vuelves a|sigues|no (?:dejas|cambias|paras|vas|vienes|tomas|haces|te)|bebes|tomas|recaes|sales|te vas|lo haces)(?: [\p{L}]+){0,8},? (?:te (?:echo|dejo|quito|vas|quedas|voy|vamos|corto|mando|olvid|saco|abandono|interno)|me (?:voy|iré|divorcio|largo|pierdes)|no (?:vuelvas|cuentes|me|te|esperes|regreses|hay)|olvíd|se acab|despíd|perderás|vas a perder|llamo|voy a llamar|quedas|hemos terminado|no eres|atente|les (?:cuento|diré)|le (?:cuento|diré))`,
  ],
);

const NOT_KIND = String.raw`(?! (?:puedes|podrás|podemos|se puede|bienvenid|está bien|hay (?:alguien|tiempo|otra|ayuda|una)|estamos|estaré|estoy (?:aquí|para)|es (?:posible|tu|bueno|válido|aceptable|tarde)|que (?:quieras|lo|puedas|necesites|te)|tienes (?:derecho|la opción)|es demasiado|tienes que (?:contestar|responder|compartir)|lleva|compart|pidas|pedimos|te pediremos|verán|verá|abiert|a mano|disponible|en (?:el mismo|un)))`;

const BLAME: Pattern[] = patterns(
  'blame',
  [
    String.raw`(?:tú )?siempre (?:me|nos|te|lo|la|le|se|los|las)? ?(?:haces|dices|llegas|olvidas|dejas|gritas|interrumpes|mientes|rompes|arruinas|culpas|ignoras|criticas|empiezas|quieres tener|estás (?!a tiempo|bienvenid|en casa|segur)\p{L}+|eres|pones|sales|te (?:enojas|enfadas|vas|olvidas|quejas|burlas|pones|encierras|escondes|haces)|metes|discutes|exageras|decepcionas|lastimas|terminas|acabas|piensas en ti|prometes|buscas|encuentras|faltas|cancelas|tratas|usas|gastas|bebes|tomas|peleas|reclamas|juzgas|controlas|mandas|fallas|echas|sacas|cambias|dramatizas|me|nos)`,
    null,
    'qué|lo que|si|cuando|que',
  ],
  [
    String.raw`(?:tú )?(?:nunca|jamás) ${ME}? ?(?:haces|dices|escuchas|ayudas|llamas|vienes|estás|llegas|cumples|piensas|preguntas|agradeces|pides|respetas|cambias|terminas|limpias|contestas|respondes|entiendes|apoyas|has|quieres|cuidas|te (?:acuerdas|disculpas|haces|interesas|ocupas|preocupas|esfuerzas|callas|levantas)|das|tomas en|pones|sales|avisas|visitas|dejas|tienes tiempo|importa|prestas|participas|recoges|muestras|confías|aprendes|hablas|abrazas|acompañas|valoras|asumes|reconoces|sirves)(?! que (?:compartir|contestar|responder|hacer))`,
    null,
    'qué|lo que|si|cuando|que|por qué',
  ],
  [
    String.raw`(?:es|fue|era|todo es|todo fue|ha sido) (?:todo )?(?:tu|su|culpa|por tu) (?:culpa|tuya|suya)|(?:la )?culpa (?:es|fue|la tienes|la tiene|de todo (?:es|la)) (?:tuya|suya|tú|él|ella|de él|de ella|de tu)|(?:tienes|tuviste|tiene) (?:tú )?(?:toda )?la culpa|por (?:tu|su) culpa|por culpa (?:tuya|suya|de (?:él|ella|tu|tus|papá|mamá|mi \p{L}+))|(?:te|lo|la|los) culpo|eres (?:el|la) culpable|son tus culpas`,
    'esto me duele',
    'no|nada',
  ],
  [
    String.raw`(?:por ti|gracias a ti|por tu \p{L}+)(?:,)? (?:estamos|estoy|llegamos|perdimos|no (?:tenemos|pudimos|puedo|podemos)|se|tuvimos|tenemos que|perdí|todo|nadie|esta familia|vivimos|mamá|papá|nos)|eres (?:la causa|el (?:problema|causante|responsable)|la (?:razón|responsable))|(?:tú )?(?:lo )?empezaste(?: tú)?(?=[.!,]| la| el| con| todo)|tú te lo buscaste|te lo (?:buscaste|mereces)|tú tuviste que`,
  ],
  [
    String.raw`(?:has|ha|han|habéis)? ?(?:arruinaste|arruinado|arruinas|arruinó|destruiste|destruido|destruyes|destruyó|echaste a perder|echado a perder|echas a perder|destrozaste|destrozado|destrozas|rompiste|estropeaste|estropeado|estropeas|fallaste|traicionaste|traicionado|decepcionaste|decepcionado|decepcionas|abandonaste|abandonado|humillaste|humillado|humillas|avergonzaste|avergonzado|avergüenzas|engañaste|engañado|mentiste|mentido)(?: (?:a|mi|la|el|todo|toda|esta|nuestro|nuestra|otra|de|tu|las|los|en|con|siempre|cuando|porque|y)|(?=[.!,]|$))`,
    null,
    'si|cuando|que|quien|quién',
  ],
  [
    String.raw`(?:me|nos|le|les) (?:haces|hiciste|has hecho|hace|hizo) (?:sentir|enojar|enfadar|llorar|sufrir|perder|daño|quedar|rabiar|la vida|tanto daño|pasar|mucho daño)(?! (?:bien|mejor|segur[oa]|querid[oa]|feliz|orgullos[oa]|escuchad[oa]|en casa|amad[oa]|parte))|me (?:vuelves|tienes|pones) (?:loc[oa]|hart[oa]|enferm[oa]|de los nervios|mal|furios[oa]|nervios[oa]|de mal humor|trist[e])|me (?:sacas de|estás (?:matando|volviendo)|arruinas|amargas)|nos amargas|(?:me|nos) tienes (?:hart|cansad|preocupad|en ascuas)\p{L}*`,
    'me siento mal con esto',
    'qué|lo que|si|cuando',
  ],
  [
    String.raw`(?:mira|fíjate en) (?:lo que|cómo) (?:hiciste|has hecho|haces|nos tienes|me tienes|nos dejaste)|cómo (?:pudiste|te atreves|puedes (?:ser|hacer|decir|hacernos|hacerme|vivir))|qué (?:te pasa|clase de \p{L}+ eres)|debería darte vergüenza|qué vergüenza me das|no (?:tienes|te da) vergüenza`,
  ],
  [
    String.raw`por qué (?:siempre|nunca|no (?:puedes|pudiste|haces|me|nos|te|eres|llamaste|dijiste|avisaste|ayudas|escuchas|piensas)|tienes que|insistes|eres así|eres tan|me haces|nos haces|haces esto|(?:me|nos) (?:mientes|mentiste|ignoras|gritas|tratas))`,
  ],
  [
    String.raw`(?:ni siquiera|ni) (?:me|nos|le|te|lo|la|se)? ?(?:llamaste|llamas|preguntaste|preguntas|intentas|intentaste|escuchas|escuchaste|avisaste|avisas|miras|saludas|saludaste|ayudas|ayudaste|pediste|pides|agradeces|diste|das|te (?:disculpaste|importa|molestaste|molestas|acordaste|diste cuenta|esfuerzas|interesas)|viniste|vienes|puedes|contestaste|contestas|pensaste|piensas|lo intentaste|apareciste|recuerdas)|solo (?:piensas|te importas|te preocupas|te importa|vienes|llamas|hablas|sabes) (?:en|por|de|tú|cuando|para|quejarte|gritar|criticar|pedir)|no (?:haces|hiciste) nada(?! mal)|no sirves|no (?:se|me) puede(?:o)? (?:confiar en ti|contar contigo)|no se puede contar contigo|no puedo confiar en ti|deberías haber(?:me|lo|nos|la|te)?|tendrías que haber(?:me|lo|nos|la|te)?|debiste|no debiste|te niegas a|otra vez (?:llegaste|lo hiciste|olvidaste|mentiste|bebiste|te|con lo mismo|tarde|fallaste|gritaste|dejaste|faltaste|recaíste)|(?:llegaste|mentiste|bebiste|olvidaste|fallaste|faltaste|recaíste|gritaste|lo hiciste|te olvidaste)(?: [\p{L}]+){0,4} otra vez|(?:sigues|vuelves a) (?:mintiendo|gritando|mentir|gritar|fallar|ignorando|ignorar|culpando|arruinando|haciendo lo mismo|decepcionando|beber|bebiendo|con lo mismo|llegar tarde|llegando tarde|interrumpiendo|criticando|olvidando|dejando)`,
  ],
  [
    String.raw`si (?:tú )?(?:no )?(?:hubieras|hubieses|fueras|fuera por|escucharas|cumplieras|te (?:hubieras|importara|importáramos|esforzaras)|quisieras de verdad|nos quisieras|me quisieras|me hubieras|nos hubieras)(?: [\p{L}]+){0,12},? (?:no|nada|todo|esto|estaríamos|habría|hubiera|sería|yo|nosotros|me|nos|ya)|si no fuera por (?:ti|él|ella)|lo que (?:me|nos) (?:hiciste|has hecho)(?= (?:no|es|fue|me|nos))|de no ser por ti|porque tú (?:no|nunca|siempre|te|lo|la|me|nos|solo)|(?:tu|sus?|tus) (?:\p{L}+ )?(?:egoísmo|pereza|flojera|actitud|mentiras|adicción|enfermedad|forma de beber|mal humor|gritos|irresponsabilidad|carácter|negatividad|borracheras|descuido) (?:[\p{L}]+ ){0,2}(?:arruin|destru|destroz|romp|mat|caus|hac|hizo|hicieron|acab|ech|cost|enferm|separ)\p{L}*|contigo (?:siempre|nunca|no se puede|es imposible|todo)|tú (?:eres|fuiste) quien (?:\p{L}+ )?(?:arruin|empez|romp|caus|ment|provoc|destru)\p{L}*`,
  ],
);

const MIND_READING: Pattern[] = patterns(
  'mind-reading',
  [
    String.raw`(?:a ti )?no te (?:importa(?:mos|n)?|importo|interesa(?:mos|n)?|intereso|preocupa(?:mos)?|duele|da pena|das cuenta)(?: (?:nada|nadie|nosotros|lo que|mi|tu|la|si|cómo|en absoluto|un bledo))?|(?:te da|le da|les da) (?:igual|lo mismo)|(?:a (?:${OTHERS}|ti|nadie|todos) )?no (?:le|les) (?:importa(?:mos|n)?|importo|interesa(?:mos)?|intereso)|a nadie le (?:importo|importa|intereso)`,
    'no sé si te importa',
    'si|cuando|aunque',
  ],
  [
    String.raw`(?:tú )?(?:solo|sólo|seguro|obviamente|claramente|en el fondo|en realidad|de verdad|secretamente|seguramente|simplemente|lo que pasa es que|es que|admite que|claro que) (?:que )?(?:tú )?(?:${ME} )?(?:quieres|piensas|crees|buscas|odias|disfrutas|sientes|prefieres|deseas|pretendes|finges|gusta|culpas|detestas|lo (?:haces|hiciste|dices|dijiste)|haces esto|hiciste esto|dices eso|te (?:gusta|molesta|avergüenza|quieres|crees|sientes|da)|me (?:odias|culpas|quieres|tienes|ves|envidias|desprecias)|nos (?:odias|culpas|ves|desprecias)|quiere|piensa|cree|busca|odia|lo hace|lo hizo|lo dice)`,
    null,
    'qué|lo que|si|cuando|porque',
  ],
  [
    String.raw`(?:tú )?(?:crees|piensas|te crees|te piensas|sientes|asumes|supones) (?:que )?(?:soy|somos|estoy (?:loc|mint|exager|fing)\p{L}*|no (?:soy|sirvo|valgo|puedo|hago|sé)|todo (?:es|gira)|nadie|eres (?:mejor|superior|el único|la única|más)|mejor que|superior|más (?:list|inteligente)\p{L}*|el (?:dueño|centro|rey|único)|la (?:dueña|reina|única)|me (?:lo )?(?:invento|merezco)|es (?:mi culpa|fácil|un juego|culpa)|puedes (?:hacer lo que|manipular|engañar)|estamos (?:en tu contra|para servirte)|el dinero|las reglas|te (?:debemos|debo))`,
    null,
    'si|qué|por qué|cuando|cómo|que',
  ],
  [
    String.raw`(?:tú )?(?:me|nos|le|les) (?:odias?|desprecias?|detestas?|culpas?|envidias?|ves como|miras como si|consideras|tienes (?:envidia|rencor|lástima|miedo)|guardas rencor|quieres (?:controlar|hacer daño|castigar|manipular|ver (?:sufrir|mal|fracasar)|dejar|engañar|provocar|fastidiar|humillar)|haces esto (?:para|por|porque))`,
    'no sé qué sientes por mí',
    'si|que|cuando|porque',
  ],
  [
    String.raw`(?:tú )?(?:quieres|quiere|quieren|buscas|busca|intentas|intenta|tratas de|trata de|pretendes|pretende) (?:hacerme|hacernos|hacer) (?:daño|sentir|quedar|sufrir|enojar|ver)|(?:quieres|quiere|buscas|intentas|intenta|tratas de|trata de|pretendes) (?:controlarme|controlarnos|controlar|castigarme|castigarnos|manipularme|manipularnos|manipular|lastimarme|lastimarnos|provocarme|provocar|molestarme|molestar|fastidiarme|humillarme|engañarme|llamar la atención|ponerme|ponernos|separarnos|separarme|poner(?:me|nos)? (?:a [\p{L} ]{2,20} )?en (?:mi|nuestra|tu) contra|destruir|deshacerte|deshacerse|verme|vernos|que (?:me|nos|yo|fracase|sufra|te tengan)|darme lástima|darnos lástima|dar lástima|tener la razón|ganar|salirte|salirse|llevarme la contraria|hacerte la víctima)`,
    null,
    'si|qué|lo que|cuando',
  ],
  [
    String.raw`(?:${OTHERS}|tú|lo|la|eso|esto|me|nos|llor\p{L}+|beb\p{L}+|fing\p{L}+)? ?(?:lo )?(?:haces|hiciste|hace|hizo|hacen|dices|dijiste|dice|dijo|lloras|llora|lloró|finges|finge|bebes|bebe|bebió|bebiste|recaíste|recayó|llegaste|llegas|llegó|olvidaste|te (?:fuiste|vas|enfermas|enfermaste|quejas)|se (?:fue|va|enferma|enfermó|queja)|te callas|callas|rompiste|rompió|gritas|gritó)(?: [\p{L}]+){0,4} (?:a propósito|adrede|con intención|por (?:fastidiar|molestar|maldad|venganza|despecho|llamar|capricho)|(?:solo |sólo |nada más )?para (?:llamar la atención|molestar(?:me|nos)?|fastidiar(?:me|nos)?|castigar(?:me|nos)?|hacerme|hacernos|provocar(?:me|nos)?|lastimar(?:me|nos)?|manipular(?:me|nos)?|vengarte|vengarse|que (?:me|nos|yo) (?:sienta|sintamos|enoje|sufra)\p{L}*|darme|darnos|quedar bien|no tener que|llevarme|herirme|herirnos|controlar(?:me|nos)?|humillarme|evitar(?:me|nos)))`,
  ],
  [
    String.raw`(?:sé|ya sé|sabemos|todos saben|todos sabemos|se nota|es obvio|está claro|veo|estoy segur[oa] de|apuesto a|seguro|admite|reconoce|te conozco,? sé) (?:muy bien |bien |perfectamente )?(?:lo que|qué|por qué|que) (?:en realidad |en el fondo |de verdad |solo |ya |no |te |me |nos |lo |estás |está )*(?:piensas|piensa|quieres|quiere|sientes|siente|tramas|planeas|buscas|escondes|ocultas|mientes|miente|mintiendo|odias|odia|culpas|culpa|fingiendo|finges|prefieres|importa|haces|hiciste|aburre|aburres|avergüenzas|avergüenza|aguantas|soportas|arrepientes|burlas|crees|ocultando|escondiendo|pensando|enojad[oa]|hart[oa]|celos[oa]|gusta|molesta|da igual)`,
  ],
  [
    String.raw`(?:estás|está|están) (?:solo |claramente |obviamente |seguramente )?(?:fingiendo|mintiendo|celos[oa]s?|en negación|buscando (?:pelea|atención|excusas|pretextos|lástima)|tratando de (?:hacerme|manipular|controlar|provocar|engañar|castigar|humillar|lastimar|separar|evitar|ganar|molestar)\p{L}*|intentando (?:hacerme|manipular|controlar|provocar|engañar|castigar|humillar|lastimar|separar|evitar|molestar)\p{L}*|en (?:mi|nuestra) contra|esperando que (?:yo|me|nos|fracase)\p{L}*|burlándote|riéndote|jugando con|disfrutando (?:de )?(?:esto|verme|vernos)|ignorándome|ignorándonos|hart[oa] de (?:mí|nosotros)|cansad[oa] de (?:mí|nosotros)|avergonzad[oa] de (?:mí|nosotros)|enojad[oa] conmigo|haciéndote la víctima|usándome|usando tu)`,
    null,
    'si|cuando',
  ],
  [
    String.raw`(?:todos|todo el mundo|nadie|la gente|${OTHERS}|mis hijos|mis padres|tus hermanos|ellos) (?:${ME} )?(?:solo |en el fondo |seguramente |también )?(?:me |nos |te )?(?:odia|odian|desprecia|desprecian|culpa|culpan|juzga|juzgan|quiere (?:verme|vernos|que fracase|que me|controlar|hacerme|castigar)|quieren (?:verme|vernos|que fracase|que me|controlar|hacerme)|piensan? que (?:soy|estoy|somos|exagero|miento)|creen? que (?:soy|estoy|somos|exagero|miento)|está(?:n)? en (?:mi|nuestra|tu) contra|se (?:avergüenza|avergüenzan|burla|burlan|ríe|ríen) de (?:mí|nosotros|ti)|me quiere|me entiende|me comprende)|(?:${OTHERS}|nadie) (?:ya )?no (?:me|nos) (?:quiere|quieren|ama|aman|entiende|entienden|respeta|respetan|cree|creen|soporta|aguanta|valora|valoran)|(?:${OTHERS}) (?:solo |sólo |nada más |siempre )?(?:finge|fingen|está fingiendo|se hace (?:el|la) (?:víctima|enferm[oa]|tont[oa]))`,
  ],
  [
    String.raw`(?:no (?:me|nos) (?:quieres|amas|respetas|crees|entiendes|comprendes|valoras|aguantas|soportas|tomas en serio|necesitas)|no quieres (?:mejorar|cambiar|curarte|sanar|ayudarme|ayudarnos|estar con|vernos|verme|saber|entender|escuchar|esforzarte|que (?:yo|seamos|estemos|me))|preferirías (?:estar|que|no|beber|irte|vivir|tener)|prefieres (?:beber|el alcohol|a tus amigos|la botella|las drogas|estar sin|mentir|que yo|a \p{L}+ antes|irte)|ojalá no (?:hubiera|estuviera) yo|te (?:avergüenzas|avergüenzo|avergonzamos|burlas|ríes|aburro|aburrimos|molesto|molestamos|estorbo|estorbamos) ?(?:de (?:mí|nosotros|todos))?|te alegras de (?:que|verme|mi)|te gusta (?:hacerme|vernos|verme|hacernos|pelear|discutir|sufrir|hacer sufrir|provocar|controlar|mandar|hacerte|que (?:me|nos|te tengan))|disfrutas (?:haciéndo|viéndo|de verme|con mi|cuando (?:yo|me|nos)|verme|vernos|hacerme)\p{L}*|ya no me (?:quieres|amas)|te crees (?:mejor|superior|más|muy|el|la|perfect)\p{L}*)`,
    null,
    'si|qué|lo que|cuando|que|aunque',
  ],
);

const FLAWS = String.raw`(?:vag[oa]|floj[oa]|perezos[oa]|loc[oa]|loquit[oa]|egoísta|manipulador[a]?|tóxic[oa]|histéric[oa]|patétic[oa]|inmadur[oa]|irresponsable|malagradecid[oa]|desagradecid[oa]|malcriad[oa]|consentid[oa]|estúpid[oa]|tont[oa]|idiota|imbécil|infantil|dramátic[oa]|exagerad[oa]|paranoic[oa]|inestable|delirante|abusiv[oa]|bipolar|esquizofrénic[oa]|narcisista|terc[oa]|testarud[oa]|insoportable|malvad[oa]|mentiros[oa]|controlador[a]?|enferm[oa] mental|cobarde|adict[oa]|alcohólic[oa]|borrach[oa]|drogadict[oa]|drogat[oa]|vicios[oa]|fracasad[oa]|perdedor[a]?|codependiente|dependiente emocional|resentid[oa]|amargad[oa]|problemátic[oa]|conflictiv[oa]|desquiciad[oa]|trastornad[oa]|psicópata|neurótic[oa]|deshonest[oa]|hipócrita|intratable|mal[oa] (?:madre|padre|hij[oa]|person[a]|herman[oa]|espos[oa]|influencia)|egocéntric[oa]|insensible|celos[oa] enfermiz[oa]|un caso perdido|un fracaso|una carga|un estorbo|un monstruo|una vergüenza|una víctima|la oveja negra|caprichos[oa]|obsesiv[oa]|llor[oó]n[a]?|quejic[ao]|necesitad[oa]|basura|incapaz|desobediente|rebelde sin causa|aprovechad[oa])s?`;

const LABELS: Pattern[] = patterns(
  'label',
  [
    String.raw`(?:eres|es|son|fue|fuiste|soy|somos|era|eras|estás|está|están|pareces|parece|sos|has sido|ha sido|siendo|ser) (?:(?:un|una|unos|unas|tan|muy|demasiado|bastante|realmente|completamente|todo un|toda una|de verdad|el más|la más|como un|como una|siempre|solo|puro|pura|bien|totalmente) )*${FLAWS}`,
    null,
    'no|si|cuando|nunca|nadie|qué|que',
  ],
  [
    String.raw`(?:yonquis?|drogatas?|drogadict[oa]s|borrachos|un borracho|una borracha|borrachín|adict[oa]s(?= (?:como|son|no|siempre|nunca|mienten))|psicópatas?|sociópatas?|narcisistas|esquizofrénicos|esquizofrénicas|lunátic[oa]s?|chiflad[oa]s?|oveja negra|caso perdido|causa perdida|perdedor(?:es)?|fracasad[oa]s?|inútiles|vag[oa]s(?= de)|reina del drama|bueno para nada|buena para nada|buenos para nada|parásitos?|mantenid[oa]s?|bocón|bocona|cobardes|mentiros[oa]s?|idiotas?|imbéciles?|imbécil|estúpid[oa]s?|malcriad[oa]s|desquiciad[oa]s?|retrasad[oa]s?|subnormal(?:es)?|enfermit[oa]|loquit[oa]s?|enfermos mentales|los locos|lacra|escoria|mosca muerta|hij[oa] problema|niñ[oa] problema|fenómeno de circo|flojonazo|holgazán|holgazana|haragán|haragana|pobre diablo|bicho raro)`,
    null,
    'no eres un|no eres una|no|ni|no soy un|no soy una',
  ],
  [
    String.raw`(?:mi|tu|su|nuestro|nuestra|ese|esa|este|esta|el|la|un|una|tus|mis|sus) (?:\p{L}+ )?(?:herman|hij|espos|marid|madr|padr|mam|pap|mujer|niñ|familia|pareja|cuñad|tí|suegr|pacient|client|novi|abuel|ti)\p{L}* (?:tan |muy |es )?(?:loc[oa]|vag[oa]|floj[oa]|egoísta|manipulador[a]?|tóxic[oa]|histéric[oa]|inútil|irresponsable|borrach[oa]|alcohólic[oa]|adict[oa]|drogadict[oa]|bipolar|esquizofrénic[oa]|mentiros[oa]|enferm[oa] mental|controlador[a]?|malcriad[oa]|desagradecid[oa]|disfuncional|problemátic[oa]|conflictiv[oa]|resistente|difícil|incumplidor[a]?|tont[oa]|amargad[oa]|narcisista)`,
  ],
  [
    String.raw`(?:deja de|no seas|no te hagas|basta de|para de|te portas como|te comportas como|actúas como|pareces) (?:ser )?(?:(?:tan|un|una|el|la|muy|más) )*(?:${FLAWS}|víctima|niñ[oa] (?:chiquit|pequeñ|mimad|malcriad)\p{L}*|dram\p{L}*)`,
  ],
  [
    String.raw`(?:eres|fuiste|estás|sos|pareces|(?:${OTHERS}) (?:es|está|fue)) (?:(?:un|una|tan|muy|demasiado|realmente|completamente) )*(?:difícil|débil|rar[oa]|imposible|inútil|desastre|frí[oa]|cruel|intens[oa]|negativ[oa]|complicad[oa])`,
    null,
    'no|si|cuando|nunca',
  ],
  [
    String.raw`no tiene(?:s)? (?:fuerza de voluntad|remedio|carácter|vergüenza|corazón|arreglo|cura)|incumplidor[a]? con el tratamiento|mal paciente|poco colaborador[a]?`,
  ],
);

const ADVICE_AFTER =
  'qué|que|si|cuando|lo que|cómo|dónde|quién|y|o|todo lo que|antes de que|hasta que|aunque|porque|donde|no|nadie';
const ADVICE: Pattern[] = patterns(
  'advice',
  [
    String.raw`(?:tú |ya |solo |sólo |también |simplemente |realmente |de verdad )*(?:deberías|debieras|tendrías que|habrías de)(?! haber)(?: (?:simplemente|solo|realmente|al menos))*`,
    'podrías',
    ADVICE_AFTER,
  ],
  [
    String.raw`(?:tú |ya |solo |sólo |también |simplemente |realmente )*(?:tienes que|debes(?! (?:de )?(?:estar|sentirte|pensar que|creer|ser|odiar))|necesitas (?:\p{L}+(?:ar|er|ir)(?:te|lo|la|le|me|se)?))`,
    'quizá te ayude',
    ADVICE_AFTER,
  ],
  [
    String.raw`(?:${OTHERS}|mi familia|tu familia) (?:ya |solo |realmente |también )*(?:debería|deberían|tendría que|tendrían que|debe (?:dejar|aprender|buscar|ir|tomar|trabajar|salir|cambiar|pedir|madurar))(?! haber)`,
    null,
    ADVICE_AFTER,
  ],
  [
    String.raw`por qué no (?:intentas|pruebas|vas|haces|buscas|sales|dejas|tomas|te (?:relajas|calmas|apuntas|olvidas|vas|animas|buscas|distraes|tomas|cuidas|acuestas)|lo (?:intentas|dejas|olvidas|hablas)|simplemente|hablas con|lees|comes|duermes|le (?:dices|hablas|pides|escribes)|empiezas|meditas|caminas)`,
    null,
    'y',
  ],
  [
    String.raw`(?:yo )?(?:en tu lugar|si (?:yo )?fuera tú|si yo estuviera en tu lugar|yo que tú|de ser tú)|mi consejo (?:es|sería|para)|un consejo[:,]|te (?:aconsejo|recomiendo|sugiero|aconsejaría|recomendaría|sugeriría|convendría|conviene|vendría bien|haría bien)|hazme caso|créeme,|escúchame a mí|sigue mi consejo|lo (?:mejor|único|que (?:tienes que|debes|deberías|necesitas|te falta|hace falta)) (?:que puedes hacer |sería |para ti |hacer )?(?:es|sería)(?= )|lo mejor (?:es|sería) que|has (?:probado|intentado|pensado en|considerado) (?:a |con |en )?(?:\p{L}+(?:ar|er|ir)(?:te|lo|la|le)?|la|el|yoga|meditación)|(?:es|sería|va siendo) (?:mejor|hora de|bueno|momento de) (?:que )?(?:te |lo |la |le |dejes|busques|vayas|hagas|salgas|hables|pares|olvides|empieces|tomes|pidas|descanses|madures|perdones|cambies|aprendas)\p{L}*|no (?:deberías|tienes que|tendrías que|debes)(?= (?:estar|sentirte|preocuparte|pensar|llorar|beber|salir|ser|ponerte|hacer|darle|comer|dejar|tomarte|enojarte|escuchar|hablarle|quedarte|gastar|trabajar))|a ti te falta`,
  ],
  [
    String.raw`(?:solo|sólo|simplemente|nada más) (?:tienes que|relájate|cálmate|olvídalo|déjalo|supéralo|piensa|sonríe|respira y|sal|haz|ignóral[oa]|ten|di que no|duerme|come|anímate|perdona|levántate|distráete|confía)`,
    null,
    'no',
  ],
  [
    String.raw`(?<=^|[.!?¡,;:]\s?)¡?(?:cálmate|tranquilízate|relájate|anímate|supéralo|olvídalo|déjalo ir|madura|crece|espabila|sé (?:fuerte|positiv[oa]|feliz|agradecid[oa]|paciente|realista|más)|piensa (?:en positivo|positivo|en cosas|bien|en lo bueno)|deja de (?:llorar|quejarte|preocuparte|pensar|beber|sentir|compadecerte|lamentarte|fumar|ser|hacer|darle|trabajar|comer|dormir|esconderte|vivir)\p{L}*|no (?:llores|te preocupes|te pongas|estés (?:triste|así|mal)|seas (?:así|negativ[oa]|tan)|te quejes|pienses (?:más|tanto|en eso)|te desanimes|exageres|le des|te ahogues|te rindas|le hagas caso|hagas caso)|échale ganas|ponle (?:ganas|empeño)|pon de tu parte|búscate (?:un trabajo|un pasatiempo|otra|un)|consigue (?:un )?trabajo|haz (?:ejercicio|deporte|yoga|algo|meditación)|sal (?:a caminar|más|de casa|a correr|con)|come (?:mejor|más|menos|sano)|duerme más|toma (?:vitaminas|más agua|menos)|mira el lado (?:bueno|positivo)|ve al gimnasio|ve a (?:misa|la iglesia)|reza|ten (?:paciencia|fe|fuerza)|perdónal[oa]|ignóral[oa]|intenta (?:ser|pensar|no|relajarte|olvidar|salir|dormir|comer|distraerte|animarte|controlarte)|trata de (?:ser|pensar|no|relajarte|olvidar|salir|dormir|comer|distraerte|animarte|controlarte)|dej[ae] (?:ya )?a (?:ese|esa|tu)|aprende a|levántate y|distráete|date un)`,
  ],
);

const ABSOLUTES: Pattern[] = patterns(
  'absolute',
  [
    String.raw`(?<!(?:casi|no|puedes|puede|podemos|no es|no son) )(?<!^)siempre${NOT_KIND}(?! y cuando)|^siempre (?:es|pasa|hay (?:problemas|pleitos|gritos|peleas)|acab|termin|sale|pierd|discut|pele|lo mismo|estoy sol[oa]|estamos pele|me (?:toca|quedo|siento|culpan|dejan)|nos)\p{L}*`,
    'a menudo',
    'casi|no|para|como',
  ],
  [
    String.raw`(?:yo |${OTHERS} |nosotros |aquí |en esta casa |las cosas |esto |eso |mi vida |la gente )?(?<!casi )(?:nunca|jamás)${NOT_KIND}(?! (?:es tarde|está de más|tienes que|hay que|te pediremos|estás sol|es aceptable|está bien|es (?:tu|su) culpa|se (?:comparte|muestra|guarda)|antes|compartas))`,
    'casi nunca',
    'casi|más que|que',
  ],
  [
    String.raw`(?:todos|todo el mundo|nadie|ninguno)(?: (?:siempre|nunca|jamás|aquí|en esta (?:casa|familia)|más))* (?:me |nos |te |le |se |lo |la |hace |quiere |puede )*(?:entiende|entienden|ayuda|ayudan|escucha|escuchan|apoya|apoyan|llama|llaman|visita|quiere|quieren|importa|importo|cree|creen|respeta|respetan|sabe (?:que|lo|cómo|de|mejor)|saben (?:que|lo|cómo|más|mejor)|piensa|piensan|miente|mienten|nada|caso|abandona|abandonan|deja|dejan|pregunta|agradece|valora|valoran|toma en cuenta|toman en cuenta|dan la espalda|da la espalda|culpan|gritan|hace nada|aguanta|soporta|habla conmigo|confía|confían)`,
  ],
  [
    String.raw`nada (?:(?:de lo que (?:hago|hacemos|digo|hace|haces))|(?:me |nos |te |le )?(?:sirve|funciona|ayuda|cambia|cambiará|importa|sale bien|va a (?:cambiar|mejorar|servir|funcionar|ayudar)|tiene (?:sentido|remedio|arreglo)|vale la pena|es suficiente|está bien|le gusta|le parece|mejora|me sale))|todo (?:lo que (?:hago|haces|digo|hace|toco|tocas|decimos) )?(?:siempre )?(?:(?:me |nos |te |le )?(?:sale|está|es|va|estuvo|acaba|termina|gira|depende|parece|se (?:arruina|derrumba|pierde|acabó|perdió|echó)|cae|molesta|irrita) )(?:(?:tan|muy|siempre|completamente|totalmente) )?(?:mal|perdido|arruinado|terrible|horrible|inútil|un desastre|en vano|roto|peleas?|pleito|problemas?|a perder|alrededor|de ti|de él|de ella|encima|mentira|por nada|culpa|abajo|un caos|negro)|todo (?:me sale mal|le molesta|es (?:inútil|mentira|pelea|un desastre)|se (?:arruinó|derrumba|acabó|perdió))`,
  ],
  [
    String.raw`todo el (?:tiempo|santo día|día (?:gritando|peleando|quejándo\p{L}*|en|con|discutiendo|acostad[oa]|llorando))|cada (?:maldita|bendita|santa) vez|todas las (?:santas )?(?:noches|veces|semanas|mañanas) (?:es|lo mismo|igual|peleas|discut|grit|lleg|acab|termin|hay)\p{L}*|a todas horas|ni una sola (?:vez|persona|cosa|palabra)|ni una vez|una y (?:otra|mil) vez|mil veces|por (?:enésima|milésima) vez|(?:haga|hagamos|haga lo que haga|diga lo que diga|pase lo que pase)(?: lo que (?:haga|hagamos|diga))?,? (?:nada|todo|nunca|siempre|es|está|sale)|(?:completamente|totalmente|absolutamente) (?:inútil|imposible|perdid[oa]|sol[oa]|injust[oa]|en vano|mal|arruinad[oa]|desesperad[oa]|destruid[oa])|no hay (?:esperanza|salida|remedio|manera|forma)|es imposible (?:hablar|vivir|confiar|razonar|que|complacer|ayudar|convivir)|el peor (?:\p{L}+ )?(?:del mundo|de todos|de mi vida)|la peor (?:\p{L}+ )?(?:del mundo|de todas|de mi vida)|el único que|la única que|soy (?:el|la) únic[oa]|toda (?:mi|la) vida (?:es|ha sido|será|igual)|24/7|sin excepción`,
  ],
);

const PARTICIPLES = String.raw`(?:\p{L}+(?:ad|id|íd)[oa]s?|hech[oa]s?|escrit[oa]s?|dich[oa]s?|puest[oa]s?|vist[oa]s?|abiert[oa]s?|cubiert[oa]s?|devuelt[oa]s?|resuelt[oa]s?|impres[oa]s?)`;
const PASSIVE_ORDERS: Pattern[] = patterns(
  'passive-order',
  [
    String.raw`(?:debe|deben|deberá|deberán|debería|deberían|tiene que|tienen que|tendrá que|tendrán que|ha de|han de|habrá de|necesita|necesitan)(?: no| siempre| solo| primero| también)* (?:ser|quedar|estar) (?!(?:cansad|preocupad|enamorad|casad|interesad|aburrid|enojad|agotad|orgullos|asustad)[oa]s?)${PARTICIPLES}`,
  ],
  [
    String.raw`(?:se (?:debe|deben|deberá|deberán|tiene que|tienen que|ha de|han de|requiere|requieren|exige|exigen|prohíbe|prohíben|espera que|ruega|solicita|precisa|necesita que|establece|ordena)|(?:es|son|será|queda|quedan|está|están) (?:estrictamente |terminantemente |absolutamente )?(?:obligatori[oa]s?|prohibid[oa]s?|requerid[oa]s?|exigid[oa]s?|de (?:carácter )?obligatori[oa]|imperativ[oa]|indispensable|preceptiv[oa])|no (?:se (?:permite|permiten|permitirá|permitirán|tolera|tolerará|tolerarán|admite|admiten|aceptará|aceptarán|aceptan)|está(?:n)? permitid[oa]s?|será(?:n)? (?:tolerad|permitid|aceptad|admitid)[oa]s?)|hay que (?:completar|rellenar|entregar|cumplir|devolver|seguir|firmar|presentar|respetar|tomar|llenar|apagar|llegar|traer|leer|hacer|acudir|asistir))`,
    null,
    'qué|lo que|no',
  ],
);

/** Spanish, as families in the Americas and in Spain write it, with *tú*. */
export const SPANISH: CoachLanguage = {
  longestSentence: 24,
  patterns: [
    ...THREATS,
    ...BLAME,
    ...MIND_READING,
    ...LABELS,
    ...ADVICE,
    ...ABSOLUTES,
    ...PASSIVE_ORDERS,
    ...patterns('hard-word', ...SPANISH_HARD_WORDS),
  ],
};
