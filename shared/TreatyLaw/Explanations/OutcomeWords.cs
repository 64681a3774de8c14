namespace CaseCoordination.TreatyLaw;

internal static class OutcomeWords
{
    public const string Table = """
        GRANT | It may be given. | Puede concederse.
        GRANT_WITH_CONDITIONS | It may be given once a step has been taken. | Puede concederse una vez dado un paso previo.
        PARTIAL | Part of it may be given. | Puede concederse en parte.
        INCOMPLETE | The request lacks something and can be completed. | A la solicitud le falta algo y puede completarse.
        DEFER | A ground for postponing is open; a named official decides. | Existe un motivo de aplazamiento; decide una persona designada.
        REFUSAL_AVAILABLE | A ground for refusing is open; a named official decides. | Existe un motivo de denegación; decide una persona designada.
        PENDING_FACTS | A fact must be known first. | Antes debe conocerse un hecho.
        NEEDS_CONSENT | An originator must consent first. | Antes debe consentir la autoridad de origen.
        NEEDS_NOTICE | The provider is told first and may object in time. | Antes se avisa a quien facilitó la información, que puede oponerse dentro de plazo.
        BLOCKED | Nothing may be done as things stand. | No puede hacerse nada en la situación actual.
        NO_BASIS | No instrument carries it; this is not a refusal. | Ningún instrumento lo ampara; no es una denegación.
        none | Only time limits were computed. | Solo se calcularon plazos.
        """;
}

internal static class PhraseWords
{
    public const string Table = """
        phrase.basis | Basis | Base
        phrase.cites | Rests on | Se funda en
        phrase.unverified | citation not verified | cita sin verificar
        phrase.given | Given | Se concede
        phrase.not-given | Not given | No se concede
        phrase.conditions | To be done | Por hacer
        phrase.ask | To be found out | Por averiguar
        phrase.missing | Missing from the request | Falta en la solicitud
        phrase.consent | Consent needed from | Se necesita el consentimiento de
        phrase.deadline | Due | Vence
        phrase.window | May object until | Puede oponerse hasta
        phrase.rejected | Not used | No se usa
        phrase.open | Left open | Queda abierto
        phrase.part | Part | Parte
        phrase.version | Version | Versión
        phrase.under-consideration | Under consideration. | En estudio.
        phrase.refused | Refused on the ground of | Denegado por el motivo de
        phrase.postponed | Postponed on the ground of | Aplazado por el motivo de
        phrase.not-available | Not available under a common instrument. | No disponible con arreglo a un instrumento común.
        phrase.split | several, part by part | varias, según la parte
        party | is not bound, or not any more | no está obligada, o ya no lo está
        not-bound | one of the two is not party to it | una de las dos no es parte
        matter | is not about this matter | no trata de esta materia
        assistance | gives nothing of what was asked for | no concede nada de lo solicitado
        lapsed | ended, and open requests lapsed with it | terminó, y con él las solicitudes abiertas
        weaker | is weaker than the basis chosen | es más débil que la base elegida
        weaker-or-unknown | would be weaker even if it applied | sería más débil aunque se aplicara
        acknowledge | acknowledge | acusar recibo
        reply | reply | responder
        reply-or-partial | reply in full or in part | responder del todo o en parte
        full-reply-after-partial | complete a partial reply | completar una respuesta parcial
        object | object | oponerse
        ask-venue | ask the venue | preguntar al centro de negociación
        provide-information | provide the information | facilitar la información
        take-measures | take the measures | adoptar las medidas
        report-investigation-results | report the results of the investigation | comunicar el resultado de la investigación
        decide | decide | decidir
        decide-extended | decide, if the time was extended | decidir, si el plazo se prorrogó
        execute | execute | ejecutar
        decide-provisional | decide on the provisional measure | decidir sobre la medida provisional
        notify-delay | tell of the delay | avisar del retraso
        """;
}
