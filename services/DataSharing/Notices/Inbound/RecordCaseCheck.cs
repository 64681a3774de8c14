using CaseCoordination.Contracts.CaseIntake.V1;
using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using MassTransit;

namespace CaseCoordination.DataSharing.Notices.Inbound;

/// <summary>Keeps whom to speak to where a case file of this authority knows a subject.</summary>
public sealed class RecordCaseCheck(AuthoritySessions sessions, TimeProvider clock) : IConsumer<SubjectsChecked>
{
    public static Decision<NoticeEvent> Decide(Notice current, SubjectsChecked told) =>
        current.Stage == NoticeStage.Unknown
            ? new Refusal("notice-not-yet-here", "The answer came before its question.")
        : current.Checks.Any(c => c.Where == Places.Cases) ? new NoChange()
        : new NoticeChecked(Places.Cases, [.. told.Contacts], told.At);

    public async Task Consume(ConsumeContext<SubjectsChecked> context)
    {
        var told = context.Message;
        await using var session = sessions.Open(
            told.Authority,
            ReadNoticeLetter.By,
            causationId: context.MessageId.ToString()
        );
        await session.DecideOnceAsync<Notice, NoticeEvent>(
            context,
            "data-sharing",
            told.CheckId,
            current => Decide(current, told),
            clock.GetUtcNow()
        );
    }
}
