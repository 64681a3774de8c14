using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.DataSharing.Notices;

/// <summary>Whom the law entitles to a notice, and by which terms.</summary>
/// <param name="Partner">An authority of the registry.</param>
/// <param name="Trigger">spontaneous, or alert where only that carries it.</param>
public sealed record Entitlement(string Partner, string Trigger, Decision Decision)
{
    private static readonly string[] Triggers = ["spontaneous", "alert"];
    private static readonly string[] Kinds = ["info.files"];

    public string? StopReason => LetterPassage.StopReason(Decision);
    public bool IsEntitled => StopReason is null;

    public NoticeAsk Ask(NoticeContent content) => new(Trigger, Decision.Basis, content.Matter, Kinds);

    /// <summary>Every other authority that the book knows, in the order of codes; one judgement each, or two.</summary>
    public static IReadOnlyList<Entitlement> Of(LawBook book, string sender, NoticeContent content, DateOnly today) =>
        [
            .. book
                .Authorities.Select(a => a.Code)
                .Where(code => code != sender)
                .Order(StringComparer.Ordinal)
                .Select(code => Of(book, sender, code, content, today)),
        ];

    private static Entitlement Of(LawBook book, string sender, string partner, NoticeContent content, DateOnly today)
    {
        var judged = Triggers.Select(trigger => new Entitlement(
            partner,
            trigger,
            Law.Judge(
                book,
                new AssistanceRequest
                {
                    Trigger = trigger,
                    From = sender,
                    To = partner,
                    At = today,
                    AsOf = today,
                    Kinds = [.. Kinds],
                    Subjects = [QuestionWords.SubjectOf(content.Matter, today)],
                }
            )
        ));
        var first = judged.First();
        return first.IsEntitled ? first : judged.Skip(1).FirstOrDefault(e => e.IsEntitled) ?? first;
    }
}
