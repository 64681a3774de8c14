using System.Runtime.CompilerServices;
using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Questions;
using static CaseCoordination.CaseIntake.Tests.Samples;

namespace CaseCoordination.CaseIntake.Tests.Questions;

public sealed class TimelineTests
{
    public static TheoryData<string> Events =>
        [
            .. typeof(CaseEvent)
                .Assembly.GetTypes()
                .Where(t => t.IsSubclassOf(typeof(CaseEvent)))
                .Select(t => t.FullName!)
                .Where(name => name != typeof(InvitationReceived).FullName),
        ];

    [Theory]
    [MemberData(nameof(Events))]
    public void Everything_that_can_happen_has_a_line(string type)
    {
        var @event = (CaseEvent)RuntimeHelpers.GetUninitializedObject(typeof(CaseEvent).Assembly.GetType(type)!);

        Assert.Equal(3, Timeline.EntryOf(@event, 3, "what-happened", "who").Version);
    }

    [Fact]
    public void A_line_says_when_who_what_about_whom_and_why()
    {
        var entry = Timeline.EntryOf(
            new PartnerDeclined(Other, "not-needed", "We see no case.", Noon),
            7,
            "partner-declined",
            "case-intake"
        );

        Assert.Equal(
            new TimelineEntry(7, Noon, "partner-declined", Other, Other, "not-needed", "We see no case.", null),
            entry
        );
    }

    [Fact]
    public void What_names_nobody_is_told_with_the_actor_of_its_transaction()
    {
        var entry = Timeline.EntryOf(new ClockFailed("answer.XB-DAC", Other, Noon, Noon), 8, "clock-failed", "clock");

        Assert.Equal(("clock", Other, "answer.XB-DAC"), (entry.Who, entry.About, entry.Detail));
    }

    [Fact]
    public void An_invitation_is_told_with_its_letter() =>
        Assert.Equal(
            (Lead, "GRANT", (Guid?)InvitationId),
            (
                Timeline.EntryOf(InvitationArrived, 2, "invitation-received", null) is var entry ? entry.Who : null,
                entry.Detail,
                entry.LetterId
            )
        );
}
