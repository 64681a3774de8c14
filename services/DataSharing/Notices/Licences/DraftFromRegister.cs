using CaseCoordination.Contracts.DataSharing.V1;
using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.DataSharing.Records;
using CaseCoordination.DataSharing.Records.Domain;
using CaseCoordination.DataSharing.Requests;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;
using MassTransit;

namespace CaseCoordination.DataSharing.Notices.Licences;

/// <summary>
/// Drafts a notice for each licence that a register newly shows as refused, withdrawn or suspended, up to a number; a person
/// revises and offers it, or leaves it. Each draft has an id that follows from its row, so that doing it again drafts nothing twice.
/// </summary>
public sealed class DraftFromRegister(
    AuthoritySessions sessions,
    [FromKeyedServices(NoticesModule.Name)] References references,
    NoticeSettings settings,
    RequestSettings requests,
    TimeProvider clock,
    ILogger<DraftFromRegister> logger
) : IConsumer<LicencesIngested>
{
    private const string By = "licence-notices";

    public static Guid IdOf(string authority, Guid batch, int row) =>
        DeterministicId.Of(By, authority, batch.ToString("N"), $"{row}");

    public async Task Consume(ConsumeContext<LicencesIngested> context)
    {
        var cancellation = context.CancellationToken;
        var (authority, id) = (context.Message.Authority, context.Message.BatchId);
        await using var session = sessions.Open(authority, By, causationId: context.MessageId.ToString());
        var (batch, _) = await session.LoadAsync<RecordBatch>(id, cancellation);
        if (batch is not { Ingested: { } ingested, Withdrawn: null, Notices: null })
        {
            return;
        }

        var calendars = await Calendars.LoadAsync(session, [authority], cancellation);
        var day = calendars.DayOf(authority, ingested.At);
        var notices = new LicenceNotices(0, 0, 0);
        await foreach (
            var (row, before) in LicenceRegister.LookThroughAsync(
                session,
                id,
                status => settings.MeaningOf(status) is not null,
                cancellation
            )
        )
        {
            var kind = settings.MeaningOf(row.Status)!;
            if (before is not null && settings.MeaningOf(before.Status) == kind)
            {
                notices = notices with { Known = notices.Known + 1 };
            }
            else if (notices.Drafted == settings.MostLicenceDrafts)
            {
                notices = notices with { LeftOut = notices.LeftOut + 1 };
            }
            else
            {
                await DraftAsync(
                    session,
                    ingested,
                    row.Number,
                    RegisterNotice.Of(row, kind, settings, day),
                    cancellation
                );
                notices = notices with { Drafted = notices.Drafted + 1 };
            }
        }

        var outcome = await session.DecideAsync<RecordBatch, RecordBatchEvent>(
            id,
            current => NoteLicenceNotices.Decide(current, new(notices), clock.GetUtcNow()),
            cancellation
        );
        if (outcome.Changed)
        {
            logger.Log(
                notices.LeftOut > 0 ? LogLevel.Warning : LogLevel.Information,
                "Batch {Batch} of licences: {Drafted} notices drafted, {LeftOut} left out, {Known} known before.",
                id,
                notices.Drafted,
                notices.LeftOut,
                notices.Known
            );
        }
    }

    private async Task DraftAsync(
        AuthoritySession session,
        RecordsIngested batch,
        int row,
        NoticeContent content,
        CancellationToken cancellation
    )
    {
        var id = IdOf(session.Authority, batch.BatchId, row);
        if (await session.LoadAsync<Notice>(id, cancellation) is (_, > 0))
        {
            return;
        }

        var turn = new Turn(batch.By, id, clock.GetUtcNow());
        var command = new DraftNotice(
            id,
            session.Authority,
            await references.NextAsync(session.Authority, turn.Now, cancellation),
            content,
            settings.GroupsFor(requests),
            []
        );
        await session.DecideAsync<Notice, NoticeEvent>(
            id,
            current => DraftNotice.Decide(current, command, turn),
            cancellation
        );
    }
}
