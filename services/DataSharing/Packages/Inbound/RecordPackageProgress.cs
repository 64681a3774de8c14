using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.DataSharing.Handover;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Packages.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using MassTransit;

namespace CaseCoordination.DataSharing.Packages.Inbound;

/// <summary>Keeps what the border tells of a letter that this file wrote; news that was overtaken changes no state.</summary>
public sealed class RecordPackageProgress(AuthoritySessions sessions, FollowRelease follow, TimeProvider clock)
    : IConsumer<LetterProgressed>
{
    public static Decision<PackageEvent> Decide(Package current, PackageLetterMoved news)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(news);
        if (current.Letters.FirstOrDefault(l => l.Id == news.LetterId) is not { } letter)
        {
            return new Refusal("letter-unknown", "This file did not write such a letter.");
        }

        if (LetterSteps.RankOf(news.State) > LetterSteps.RankOf(letter.State))
        {
            return news;
        }

        var isMissingBasis =
            news.Basis is not null && current.Release?.LetterId == news.LetterId && current.Basis is null;
        return isMissingBasis ? news with { State = letter.State, Reason = letter.Reason } : new NoChange();
    }

    public async Task Consume(ConsumeContext<LetterProgressed> context)
    {
        var message = context.Message;
        var now = clock.GetUtcNow();
        var news = new PackageLetterMoved(
            message.LetterId,
            message.Recipient,
            message.Kind,
            message.State,
            message.Reason,
            message.Explanation,
            message.Basis is { } basis ? ReceivedLetter.BasisOf(basis) : null,
            message.At
        );
        await using var session = sessions.Open(message.Sender, "border", causationId: context.MessageId.ToString());
        var outcome = await session.DecideOnceAsync<Package, PackageEvent>(
            context,
            "data-sharing",
            message.ConversationId,
            current => Decide(current, news),
            now
        );

        if (message.Kind == PackageLetterKinds.Release && !LetterSteps.IsStopped(message.State))
        {
            await follow.OpenAsync(session, outcome.State, context.CancellationToken);
        }
    }
}
