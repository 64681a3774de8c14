using System.Collections.Immutable;

namespace CaseCoordination.DataSharing.Holdings.Domain;

/// <summary>A letter about an item on its way out; it rests on an earlier one between the same two authorities.</summary>
public sealed record LetterOut(
    Guid Id,
    Guid Conversation,
    string To,
    string Kind,
    string Content,
    Guid ReliesOn,
    bool Closing,
    string[] VisibleTo,
    string By,
    DateTimeOffset At
);

/// <summary>A letter that was taken in.</summary>
/// <param name="SetAside">Why it had no effect; absent where it had one.</param>
public sealed record LetterIn(
    Guid Id,
    string From,
    string Kind,
    string[] VisibleTo,
    string? SetAside,
    DateTimeOffset SubmittedAt,
    DateTimeOffset At
);

/// <summary>What the border tells of a letter on its way out.</summary>
public sealed record LetterNews(
    Guid Id,
    string To,
    string Kind,
    string State,
    string? Reason,
    string? Explanation,
    DateTimeOffset At
);

/// <summary>The letters of a file: those written with how far they are, and those taken in.</summary>
public sealed record Mail
{
    public static Mail None { get; } = new();

    public ImmutableArray<SentLetter> Sent { get; init; } = [];
    public ImmutableHashSet<Guid> Taken { get; init; } = [];

    public Mail Write(LetterOut letter) =>
        this with
        {
            Sent = Sent.Add(new(letter.Id, letter.To, letter.Kind, "written", null, letter.At)),
        };

    public Mail Take(LetterIn letter) => this with { Taken = Taken.Add(letter.Id) };

    public Mail Move(LetterNews news) =>
        this with
        {
            Sent =
            [
                .. Sent.Select(l =>
                    l.Id == news.Id ? l with { State = news.State, Reason = news.Reason, At = news.At } : l
                ),
            ],
        };

    /// <summary>News that was overtaken changes nothing.</summary>
    public bool IsNews(LetterNews news) =>
        Sent.FirstOrDefault(l => l.Id == news.Id) is { } letter
        && LetterSteps.RankOf(news.State) > LetterSteps.RankOf(letter.State);

    public bool Knows(Guid letter) => Sent.Any(l => l.Id == letter);

    public bool IsStopped(Guid letter) =>
        Sent.FirstOrDefault(l => l.Id == letter) is { } sent && LetterSteps.IsStopped(sent.State);

    public bool IsThere(Guid letter) =>
        Sent.FirstOrDefault(l => l.Id == letter) is { } sent
        && !LetterSteps.IsStopped(sent.State)
        && LetterSteps.RankOf(sent.State) >= LetterSteps.RankOf(LetterSteps.Delivered);
}

/// <summary>A file that only some may know.</summary>
public interface IRestricted
{
    bool IsKnown { get; }
    ImmutableArray<string> Groups { get; }
    ImmutableArray<string> Members { get; }
}
