using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.DataSharing.Holdings.Questions;

/// <summary>What binds an item, in words: each obligation of the instrument, then what the sender adds, then how long it may be kept.</summary>
internal static class ConditionWords
{
    public static IReadOnlyList<string> Of(HoldingSheet sheet, Language language)
    {
        string Word(string code) => LawWords.For(code, language);
        string Of(string list, IEnumerable<string> codes) => string.Join("; ", codes.Select(c => Word($"{list}.{c}")));
        var lines = sheet
            .Obligations.Where(b => b.Effect != "allow" || b.Keep is not null || b.Purposes.Length > 0)
            .Select(b =>
                string.Join(
                    ". ",
                    new[]
                    {
                        $"{Word($"op.{b.Op}")}: {Word($"effect.{b.Effect}")}",
                        b.Purposes.Length == 0 ? "" : $"{Word("phrase.purposes")}: {Of("purpose", b.Purposes)}",
                        b.Recipients.Length == 0 ? "" : $"{Word("phrase.recipients")}: {Of("recipient", b.Recipients)}",
                        b.Keep is null ? "" : $"{Word("phrase.keep")}: {b.Keep}",
                    }.Where(part => part.Length > 0)
                ) + (b.Cites.Length == 0 ? "" : $" ({string.Join(", ", b.Cites)})")
            )
            .ToList();
        if (sheet.Conditions.Purposes.Length > 0)
        {
            lines.Add($"{sheet.From}. {Word("phrase.only-for")}: {Of("purpose", sheet.Conditions.Purposes)}");
        }

        if (sheet.Conditions.Onward.Length > 0)
        {
            lines.Add($"{sheet.From}. {Word("phrase.may-go-to")}: {string.Join(", ", sheet.Conditions.Onward)}");
        }

        lines.Add($"TLP:{sheet.Item.Tlp}");
        if (sheet.KeepUntil is { } until)
        {
            lines.Add($"{Word("phrase.keep-until")}: {until:yyyy-MM-dd HH:mm} UTC");
        }

        return lines;
    }
}
