using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.Requests.Inbound;

/// <summary>
/// A request, or a draft to look at, opens this authority's own file, restricted from the start to those who take requests in.
/// </summary>
public static class ReceiveRequest
{
    public static Decision<RequestEvent> Draft(Request current, ReceivedLetter letter, ToldRequest told, Intake intake)
    {
        if (Stop(current, letter, intake.Now) is { } stop)
        {
            return stop;
        }

        if (current.Consultations.Any(c => c.Number == told.Number))
        {
            return Reception.SetAside(current, letter, intake.Now, "told-before");
        }

        var content = Told.ContentOf(told);
        var groups = GroupsOf(current, content, intake.Settings);
        return new RequestEvent[]
        {
            Reception.Taken(letter, intake.Now, groups),
            new ConsultationReceived(
                letter.Conversation,
                told.Ask,
                letter.Recipient,
                current.Stage == RequestStage.Unknown ? intake.Reference : current.Reference,
                letter.Sender,
                told.Reference,
                told.Number,
                content,
                letter.Basis,
                groups,
                letter.LetterId,
                letter.SubmittedAt
            ),
        };
    }

    public static Decision<RequestEvent> Submission(
        Request current,
        ReceivedLetter letter,
        ToldRequest told,
        Intake intake
    )
    {
        if (Stop(current, letter, intake.Now) is { } stop)
        {
            return stop;
        }

        if (current.Submission is not null)
        {
            return Reception.SetAside(current, letter, intake.Now, "told-before");
        }

        var content = Told.ContentOf(told);
        var groups = GroupsOf(current, content, intake.Settings);
        var dates = DueDates.Of(
            intake.Book,
            letter.Basis.Instrument,
            content,
            letter.Recipient,
            1,
            intake.Now,
            intake.Calendars,
            intake.Settings
        );
        return new RequestEvent[]
        {
            Reception.Taken(letter, intake.Now, groups),
            new RequestReceived(
                letter.Conversation,
                told.Ask,
                letter.Recipient,
                current.Stage == RequestStage.Unknown ? intake.Reference : current.Reference,
                letter.Sender,
                told.Reference,
                told.Number,
                content,
                letter.Basis,
                groups,
                dates.Due,
                dates.Acknowledge,
                content.Oral
                    ? intake.Settings.Within(
                        intake.Calendars,
                        letter.Sender,
                        letter.SubmittedAt,
                        Allowance.Confirmation
                    )
                    : null,
                letter.LetterId,
                letter.SubmittedAt,
                intake.Now
            ),
        };
    }

    private static Decision<RequestEvent>? Stop(Request current, ReceivedLetter letter, DateTimeOffset now) =>
        current.Stage == RequestStage.Unknown ? null
        : current.Other != letter.Sender ? Reception.SetAside(current, letter, now, "sender-not-the-other-side")
        : current.Side != Side.Asked ? Reception.SetAside(current, letter, now, "not-for-this-side")
        : null;

    private static string[] GroupsOf(Request current, Content content, RequestSettings settings) =>
        current.Stage == RequestStage.Unknown ? settings.IntakeGroupsFor(content) : [.. current.Groups];
}
