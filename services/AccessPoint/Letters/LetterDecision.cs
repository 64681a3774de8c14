using System.Text.Json;
using CaseCoordination.AccessPoint.Border;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.AccessPoint.Letters;

/// <summary>A decision on a letter as this side may read it: its own in full, the other side's by its code and what that code means.</summary>
/// <param name="By">The authority that decided.</param>
/// <param name="Code">Outcome, notice or reason.</param>
/// <param name="Text">In the language of the answer, a line for each thing to know.</param>
/// <param name="Citations">As the instruments have them, in no language but their own.</param>
public sealed record LetterDecision(string By, string Code, IReadOnlyList<string> Text, IReadOnlyList<string> Citations)
{
    internal static IReadOnlyList<LetterDecision> Of(LetterView letter, Language language) =>
        [.. new[] { Own(letter, language), Others(letter, language) }.OfType<LetterDecision>()];

    /// <summary>The outcome of the sender's decision as its recipient is told.</summary>
    internal static string ToldOutcome(LetterView inbound) => Others(inbound, Language.English)?.Code ?? "none";

    private static LetterDecision? Own(LetterView letter, Language language)
    {
        var (by, stopped) = letter.IsOutbound
            ? (letter.Sender, letter.State == LetterStates.Rejected)
            : (letter.Recipient, letter.State == LetterStates.Refused);
        var reason = stopped ? letter.Reason : null;
        if (Read(letter.OwnDecision) is not { } decision)
        {
            return reason is null ? null : ByReason(by, reason, language);
        }

        var words = Explain.InFull(decision, language);
        return new LetterDecision(
            by,
            reason ?? decision.Outcome.Code(),
            reason is null ? [.. words] : [ReasonWords.For(reason, language), .. words],
            [.. decision.Citations.Select(c => c.Text)]
        );
    }

    private static LetterDecision? Others(LetterView letter, Language language)
    {
        if (letter.IsOutbound)
        {
            return letter is { State: LetterStates.Refused, Reason: { } reason }
                ? ByReason(letter.Recipient, reason, language)
                : null;
        }

        // What is turned away is judged here alone; of what is let in, the sender's decision came along.
        return letter.State != LetterStates.Refused && Read(letter.Decision) is { } decision
            ? ByNotice(letter.Sender, OtherSide.Notice(decision, language))
            : null;
    }

    private static LetterDecision ByReason(string by, string reason, Language language) =>
        new(by, reason, [ReasonWords.For(reason, language)], []);

    private static LetterDecision ByNotice(string by, OtherSideNotice notice) =>
        new(by, notice.Code, [notice.Text], [.. notice.Citations]);

    // The other side's text may hold anything; what is no decision is not shown.
    private static Decision? Read(string text)
    {
        try
        {
            return DecisionJson.Read(text);
        }
        catch (Exception e)
            when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }
}
