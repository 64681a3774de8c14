using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyLaw;
using Request = CaseCoordination.DataSharing.Requests.Domain.Request;

namespace CaseCoordination.DataSharing.Packages;

/// <summary>Asks the law about a release, as the border will: under the request's basis, or of the sender's own accord.</summary>
public sealed class PackageLaw(LawBookCache law)
{
    public const string Spontaneous = "spontaneous";

    /// <summary>The law of today on this package.</summary>
    /// <param name="session">The sender's.</param>
    /// <param name="file">The package.</param>
    /// <param name="request">The request that it answers, if any.</param>
    /// <param name="now">Decides which day it is at the authority that acts.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<ReleaseLaw> AskAsync(
        AuthoritySession session,
        Package file,
        Request? request,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var calendars = await Calendars.LoadAsync(session, [file.Authority, file.Other], cancellation);
        var today = calendars.DayOf(file.Request is null ? file.Authority : file.Other, now);
        return Ask(await law.BookAsync(today, cancellation), file, request, today);
    }

    public static ReleaseLaw Ask(LawBook book, Package file, Request? request, DateOnly today)
    {
        if (file.Request is not null)
        {
            return request is not { Side: Side.Asked, IsUnderWay: true }
                ? new ReleaseLaw(
                    new Refusal("request-not-open", "The request is not open any more; nothing more is given to it."),
                    true
                )
                : new ReleaseLaw(null, GivesPersonalData(book, request.Basis?.Instrument));
        }

        var decision = Law.Judge(book, QuestionOf(file, today));
        return LetterPassage.StopReason(decision) is { } reason
            ? new ReleaseLaw(new Refusal(reason, $"The border would stop the letter ({reason}).", "occasion"), true)
            : new ReleaseLaw(null, GivesPersonalData(book, decision.Basis));
    }

    private static AssistanceRequest QuestionOf(Package file, DateOnly today) =>
        new()
        {
            Trigger = Spontaneous,
            From = file.Authority,
            To = file.Other,
            At = today,
            AsOf = today,
            Invoked = file.Occasion!.Instrument,
            Pinned = file.Occasion.Pinned,
            Kinds = [.. file.Occasion.Assistance],
            Subjects = [.. file.Occasion.Matters.Select((m, i) => QuestionWords.SubjectOf(m, today, i + 1))],
        };

    private static bool GivesPersonalData(LawBook book, string? instrument) =>
        instrument is null || book.Instrument(instrument) is not { } terms || !Obligations.Of(terms).Any(Forbids);

    private static bool Forbids(Obligation obligation) =>
        obligation is { About: "personal-data", Effect: "deny", Op: "transfer" or "disclose" }
        && obligation.Purposes.IsEmpty
        && (obligation.Recipients.IsEmpty || obligation.Recipients.Contains("requester", StringComparer.Ordinal));
}
