namespace CaseCoordination.TreatyLaw;

internal static class FieldWords
{
    public const string Table = """
        act-and-provisions | the act and the provisions on it | el hecho y los preceptos aplicables
        assistance-and-why | the help sought, and why | la ayuda solicitada y su porqué
        authority | the issuing authority | la autoridad de emisión
        background | the background | los antecedentes
        certificate | the certificate | el certificado
        dates-and-why | the dates, and why these | las fechas y su porqué
        evidence-only-obtainable-by-applicant | evidence that only the applicant can obtain | las pruebas que solo la solicitante puede obtener
        facts-and-purpose | the facts and the purpose | los hechos y el fin
        foreseen-use | the foreseen use | el uso previsto
        identification-leads | leads to identify persons and places | pistas para identificar personas y lugares
        information-and-holders | the information sought and who may hold it | la información buscada y quién puede tenerla
        information-necessary | the information necessary to act | la información necesaria para actuar
        instruments | the instruments | los instrumentos
        laws-violated | the laws that may have been broken | las leyes que pueden haberse infringido
        links-with-country | the links with the country | los vínculos con el país
        measures-and-evidence | the measures and evidence sought | las medidas y pruebas solicitadas
        object-and-reasons | the object and the reasons | el objeto y los motivos
        other-authorities | other authorities involved | otras autoridades implicadas
        period-and-why | the period, and why this one | el período y su porqué
        person | the person | la persona
        persons-or-addresses | persons or addresses | personas o direcciones
        precautions-and-sensitivity | precautions and sensitivity | precauciones y sensibilidad
        product-and-person-ids | identifiers of products and persons | identificadores de productos y personas
        provision-of-law | the provision of law | el precepto legal
        reasons | the reasons | los motivos
        reference-and-contact | reference and contact | referencia y contacto
        relevant-facts | the relevant facts | los hechos pertinentes
        sensitivity | the sensitivity | la sensibilidad
        subject-purpose-facts | subject, purpose and facts | asunto, fin y hechos
        type-of-assistance | the type of assistance | el tipo de asistencia
        urgency | the urgency | la urgencia
        """;
}
