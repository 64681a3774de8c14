using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>What the law says of refusing a request on one ground.</summary>
/// <param name="IsOffered">The legal basis offers this ground.</param>
/// <param name="Duties">What has to be done and recorded before the refusal can stand.</param>
public sealed record RefusalPermission(
    bool IsOffered,
    string Explanation,
    IReadOnlyList<string> Citations,
    IReadOnlyList<string> Duties
);

/// <summary>Asks the law whether a request may be refused on a ground, under the basis that its letter was given.</summary>
public sealed class RefusalGrounds(LawBookCache law)
{
    // The refusal itself gives the reasons and tells the asker.
    private static readonly string[] DoneByRefusing = ["give-reasons", "notify-requester"];

    /// <summary>Facts of the treaty vocabulary that a ground may turn on.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Vocabulary.Predicates.Order(StringComparer.Ordinal),
        .. RequestQuestion.KnownThings.Order(StringComparer.Ordinal),
    ];

    /// <summary>Duties that are recorded by hand.</summary>
    public static IReadOnlyList<string> Recordable { get; } =
    [.. RefusalClosing.Duties.Except(DoneByRefusing, StringComparer.Ordinal)];

    public async Task<RefusalPermission> AskAsync(
        Request file,
        string ground,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var book = await law.BookAsync(DateOnly.FromDateTime(now.UtcDateTime), cancellation);
        return Ask(book, file, ground, now);
    }

    public static RefusalPermission Ask(LawBook book, Request file, string ground, DateTimeOffset now)
    {
        if (file.Basis is not { } basis || book.Instrument(basis.Instrument) is null)
        {
            return new RefusalPermission(false, "The legal basis of this request is not known here.", [], []);
        }

        var decision = Law.Judge(book, RequestQuestion.OfGround(book, file, ground, holds: true, now));
        var without = Law.Judge(book, RequestQuestion.OfGround(book, file, ground, holds: false, now));
        return
            RefusalClosing.MayRefuse(decision)
            && decision.DecidedBy.Except(without.DecidedBy, StringComparer.Ordinal).Any()
            ? new RefusalPermission(
                true,
                "",
                [.. decision.Citations.Select(c => c.Text)],
                [.. RefusalClosing.Outstanding(decision, DoneByRefusing)]
            )
            : new RefusalPermission(
                false,
                $"{basis.Instrument} does not let a request be refused because of {ground}.",
                [],
                []
            );
    }
}
