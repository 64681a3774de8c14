using CaseCoordination.TreatyLaw;

namespace CaseCoordination.EnforcementActions.Deconfliction;

/// <summary>Whether an authority may be told, unasked, whom measures are planned against; by which instrument and trigger.</summary>
public sealed record InquiryLaw(string Authority, string Trigger, Decision Decision)
{
    private static readonly string[] Triggers = ["spontaneous", "alert"];

    public static string[] Kinds { get; } = ["info.files"];

    public string? StopReason => LetterPassage.StopReason(Decision);

    /// <summary>By the first trigger that carries it; by the first of all where none does.</summary>
    public static InquiryLaw Of(LawBook book, string asker, string asked, Matter matter, DateOnly today)
    {
        var judged = Triggers
            .Select(trigger => new InquiryLaw(
                asked,
                trigger,
                Law.Judge(
                    book,
                    new AssistanceRequest
                    {
                        Trigger = trigger,
                        From = asker,
                        To = asked,
                        At = today,
                        AsOf = today,
                        Kinds = [.. Kinds],
                        Subjects = [QuestionWords.SubjectOf(matter, today)],
                    }
                )
            ))
            .ToList();
        return judged.Find(j => j.StopReason is null) ?? judged[0];
    }
}
