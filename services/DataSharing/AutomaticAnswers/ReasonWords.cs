using CaseCoordination.TreatyLaw;

namespace CaseCoordination.DataSharing.AutomaticAnswers;

/// <summary>Why a person has to answer, in words.</summary>
public static class ReasonWords
{
    private static readonly Dictionary<string, (string English, string Spanish)> Known = new(StringComparer.Ordinal)
    {
        ["no-single-ask-for-records"] = (
            "The request does not ask for exactly one set of records.",
            "La solicitud no pide exactamente un conjunto de registros."
        ),
        ["category-not-covered"] = (
            "The rule gives another category of records.",
            "La regla da otra categoría de registros."
        ),
        ["requester-not-covered"] = (
            "The rule does not answer this authority.",
            "La regla no responde a esta autoridad."
        ),
        ["instrument-not-covered"] = (
            "The rule does not answer under this instrument.",
            "La regla no responde conforme a este instrumento."
        ),
        ["instrument-unknown-here"] = ("The instrument is not known here.", "El instrumento no se conoce aquí."),
        ["matter-not-covered"] = ("The rule does not cover this matter.", "La regla no cubre esta materia."),
        ["more-than-information-asked"] = (
            "An act is asked for besides information.",
            "Se pide una actuación además de información."
        ),
        ["not-confirmed-in-writing"] = (
            "What was asked by word of mouth is not confirmed in writing yet.",
            "Lo pedido de palabra aún no está confirmado por escrito."
        ),
        ["period-open"] = (
            "The records' first or last day is not named.",
            "No se indica el primer o el último día de los registros."
        ),
        ["period-too-long"] = (
            "The period is longer than the rule answers.",
            "El período es más largo de lo que la regla responde."
        ),
        ["outside-hours"] = ("The rule rests at this hour.", "La regla descansa a esta hora."),
        ["no-working-day"] = ("The rule rests on this day.", "La regla descansa en este día."),
        ["not-a-clean-grant"] = (
            "The law does not grant all of it without a step by a person.",
            "La ley no lo concede todo sin una actuación de una persona."
        ),
        ["facts-open"] = ("A fact that decides is not known.", "No se conoce un hecho que decide."),
        ["no-records"] = (
            "There are no such records: whether to say so is a person's to decide.",
            "No hay tales registros: decirlo o no lo decide una persona."
        ),
        ["too-many-records"] = (
            "There are more records than the rule gives in one answer.",
            "Hay más registros de los que la regla da en una respuesta."
        ),
        ["daily-limit"] = (
            "The day's answers to this authority are used up.",
            "Las respuestas del día a esta autoridad están agotadas."
        ),
    };

    /// <summary>Every reason that a rule can give by itself.</summary>
    public static IReadOnlyCollection<string> Codes => Known.Keys;

    /// <summary>A sentence; a code without words of its own is shown as it is.</summary>
    public static string Of(string code, Language language) =>
        Known.TryGetValue(code, out var words)
            ? language == Language.Spanish
                ? words.Spanish
                : words.English
            : code;
}
