using CaseCoordination.Contracts.EnforcementActions.V1;
using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using MassTransit;

namespace CaseCoordination.DataSharing.Notices.Inbound;

/// <summary>
/// Drafts a notice of a measure that this authority has executed, for the same people; one of them offers it, or does not.
/// </summary>
public sealed class DraftMeasureNotice(
    AuthoritySessions sessions,
    [FromKeyedServices(NoticesModule.Name)] References references,
    TimeProvider clock
) : IConsumer<MeasureExecuted>
{
    private const int LongestTitle = 200;

    /// <summary>The notice of a measure: the same however often it is told.</summary>
    public static Guid IdOf(MeasureExecuted told) =>
        DeterministicId.Of("measure-notice", told.Authority, told.ActionId.ToString("N"), told.Measure);

    /// <summary>What is made known of a measure.</summary>
    public static NoticeContent ContentOf(MeasureExecuted told)
    {
        var names = string.Join(", ", told.Subjects.Select(s => s.Name));
        var title = $"{WordOf(told.Kind)}: {names}";
        return new NoticeContent(
            KindOf(told.Kind),
            title.Length > LongestTitle ? title[..LongestTitle] : title,
            $"{WordOf(told.Kind)} under {told.TitleNumber}, in effect since {told.EffectiveOn}.",
            new Matter(
                told.Matter.Code,
                told.Matter.Over,
                told.Matter.FinancialInstrument,
                told.Matter.ConductFrom,
                told.Matter.ConductTo
            ),
            [
                .. told.Subjects.Select(s => new Subject(
                    s.Kind,
                    s.Name,
                    [.. s.Identifiers.Select(i => new SubjectIdentifier(i.Scheme, i.Value))]
                )),
            ],
            told.EffectiveOn,
            told.TitleNumber,
            told.Tlp
        );
    }

    public async Task Consume(ConsumeContext<MeasureExecuted> context)
    {
        var told = context.Message;
        var id = IdOf(told);
        var now = clock.GetUtcNow();
        await using var session = sessions.Open(
            told.Authority,
            ReadNoticeLetter.By,
            causationId: context.MessageId.ToString()
        );
        var (_, version) = await session.LoadAsync<Notice>(id, context.CancellationToken);
        if (version > 0)
        {
            return;
        }

        var command = new DraftNotice(
            id,
            told.Authority,
            await references.NextAsync(told.Authority, now, context.CancellationToken),
            ContentOf(told),
            [.. told.Groups],
            [.. told.Members]
        );
        await session.DecideAsync<Notice, NoticeEvent>(
            id,
            current => DraftNotice.Decide(current, command, new Turn(ReadNoticeLetter.By, id, now)),
            context.CancellationToken,
            new InboxEntry { Id = $"data-sharing/{context.MessageId:N}", At = now }
        );
    }

    private static string KindOf(string measure) =>
        measure switch
        {
            "fine" => "sanction",
            "warning" => "warning",
            "licence-suspension" => "licence-changed",
            "licence-withdrawal" => "licence-withdrawn",
            _ => "measure",
        };

    private static string WordOf(string measure) =>
        measure switch
        {
            "fine" => "Fine",
            "warning" => "Warning",
            "freeze" => "Freeze of assets",
            "trading-suspension" => "Suspension of trading",
            "licence-suspension" => "Suspension of the licence",
            "licence-withdrawal" => "Withdrawal of the licence",
            "cease-order" => "Order to cease",
            "takedown" => "Takedown",
            _ => "Measure",
        };
}
