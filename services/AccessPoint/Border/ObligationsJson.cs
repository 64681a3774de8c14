using System.Text.Json;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.AccessPoint.Border;

/// <summary>The obligations of an instrument as letters carry them: the same version gives the same text.</summary>
internal static class ObligationsJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static string Write(Instrument? instrument) =>
        instrument is null ? "[]" : Write(Obligations.Of(instrument).Select(ToContract));

    public static string Write(IEnumerable<LetterObligation> obligations) =>
        JsonSerializer.Serialize(obligations, Options);

    public static IReadOnlyList<LetterObligation> Read(string? text) =>
        text is null ? [] : JsonSerializer.Deserialize<LetterObligation[]>(text, Options)!;

    private static LetterObligation ToContract(Obligation o) =>
        new()
        {
            Term = o.Term,
            About = o.About,
            Op = o.Op,
            Effect = o.Effect,
            Purposes = [.. o.Purposes],
            Recipients = [.. o.Recipients],
            Keep = o.Keep,
            Survives = o.Survives,
            Cites = [.. o.Cites],
        };
}
