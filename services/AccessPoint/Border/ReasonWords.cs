using System.Collections.Frozen;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.AccessPoint.Border;

/// <summary>The words for the reasons that stop a letter; one line per code: code, English, Spanish.</summary>
public static class ReasonWords
{
    private const string Table = """
        no-basis | No instrument carries it. | Ningún instrumento lo ampara.
        basis-split | Its matters do not rest on one instrument; each needs a letter of its own. | Sus materias no se fundan en un mismo instrumento; cada una requiere su propia carta.
        basis-lapsed | The instrument it rests on has ended for one of the two since the ask. | El instrumento en que se funda terminó para una de las dos después de la solicitud.
        facts-missing | The sender has to settle a fact first. | La remitente debe antes aclarar un hecho.
        content-incomplete | Something that the instrument asks for is missing. | Falta algo que el instrumento exige.
        blocked | The terms forbid it as things stand. | Los términos lo prohíben en la situación actual.
        consent-missing | Another authority must consent or be told first. | Antes debe consentir, o ser avisada, otra autoridad.
        question-incomplete | An ask names its matter and what it is over. | Una solicitud indica su materia y sobre qué versa.
        question-malformed | The dates of the conduct are not dates. | Las fechas de los hechos no son fechas.
        addressed-to-oneself | A letter goes to another authority. | Una carta se dirige a otra autoridad.
        authority-unknown | The registry does not know both authorities. | El registro no conoce a ambas autoridades.
        relied-letter-unknown | The letter that this one relies on is not known here. | Aquí no se conoce la carta en que esta se apoya.
        relied-letter-mismatch | The letter that this one relies on was between other authorities. | La carta en que esta se apoya fue entre otras autoridades.
        content-altered | The content is not what its hash says. | El contenido no es el que dice su huella.
        obligations-altered | The obligations are not those of the terms they name. | Las obligaciones no son las de los términos que se citan.
        unstated | No reason was given. | No se indicó el motivo.
        """;

    private static readonly FrozenDictionary<string, (string English, string Spanish)> Words = Table
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .ToFrozenDictionary(cells => cells[0], cells => (cells[1], cells[2]), StringComparer.Ordinal);

    /// <summary>The words for a reason, or the reason itself where another node gave one that is not known here.</summary>
    public static string For(string reason, Language language) =>
        !Words.TryGetValue(reason, out var words) ? reason
        : language == Language.Spanish ? words.Spanish
        : words.English;
}
