using System.Runtime.CompilerServices;
using System.Text.Json;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Questions;
using CaseCoordination.Platform.Store;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests.Questions;

/// <summary>What lists and readers see of a request.</summary>
public sealed class RequestEntryTests
{
    private const string Secret = "Silent Harbour";

    private static readonly ClarificationAsked Question = new(1, Secret, Days(5, 10), FirstDue, Seed, Officer, Noon);

    [Fact]
    public void A_question_shows_whose_turn_it_is_and_that_the_clock_stands()
    {
        var entry = Entry([.. AskedFile, Question]);
        Assert.Equal(["delivered", "clarification"], entry.States);
        Assert.Equal([Asked, Asker], entry.WaitsOn);
        Assert.Equal(
            [("acknowledgement", Asked, "running"), ("clarification", Asker, "running"), ("answer", Asked, "paused")],
            entry.Sheet.Waits.Select(w => (w.Awaits, w.On, w.State))
        );
        Assert.True(entry.Sheet.IsPaused);
    }

    [Fact]
    public void What_failed_its_clock_is_overdue()
    {
        var entry = Entry([.. AskedFile, new ClockFailed(ClockKeys.Answer, Asked, FirstDue.At, FirstDue.At)]);
        Assert.Equal(["delivered", "overdue"], entry.States);
        Assert.Equal("overdue", entry.Sheet.Waits.Single(w => w.Awaits == "answer").State);
    }

    [Fact]
    public void A_draft_to_look_at_waits_without_a_date()
    {
        var wait = Assert.Single(Entry([Drafted, new ConsultationSent(1, Seed, Officer, Noon)]).Sheet.Waits);
        Assert.Equal(("consultation-reply", Asked, null), (wait.Awaits, wait.On, wait.DueAt));
    }

    [Fact]
    public void Nothing_is_due_once_it_is_answered()
    {
        var answered = new RequestAnswered(1, "Both.", [], Days(10, 20), Seed, Officer, Noon);
        var entry = Entry([.. AskedFile, answered]);
        Assert.Null(entry.DueAt);
        Assert.Equal([Asker], entry.WaitsOn);
    }

    [Fact]
    public void An_outline_says_how_far_it_is_and_none_of_the_words()
    {
        var everything = new RequestEvent[]
        {
            Received with
            {
                Content = TheContent with { Title = Secret },
            },
            Question,
            new ClarificationGiven(1, Secret, FirstDue, Seed, Asker, Noon),
            new RequestPartAnswered(1, Secret, [PackageId], Seed, Officer, Noon),
            new DutyFulfilled("consult", Secret, Officer, Noon),
            new RequestRefused(1, "security", Secret, [], [], Days(1, 2), Seed, Officer, Noon),
            new RequestEscalated(1, 1, "mediation", Secret, Days(1, 2), Seed, Asker, Noon),
            new EscalationDecided(1, "granted", Secret, FirstDue, Seed, Officer, Noon),
            new RequestAnswered(2, Secret, [PackageId], Days(1, 2), Seed, Officer, Noon),
            new RequestClosed(1, 1, Secret, Seed, Asker, Noon),
        };
        var whole = Entry(everything).Sheet;
        Assert.Contains(Secret, JsonSerializer.Serialize(whole), StringComparison.Ordinal);
        var outline = JsonSerializer.Serialize(whole.Outline());
        Assert.DoesNotContain(Secret, outline, StringComparison.Ordinal);
        Assert.DoesNotContain(PackageId.ToString(), outline, StringComparison.Ordinal);
        Assert.Equal("closed", whole.Outline().State);
    }

    [Fact]
    public void Every_event_has_a_line_in_the_timeline() =>
        Assert.All(
            typeof(RequestEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(RequestEvent))),
            type =>
            {
                var blank = (RequestEvent)RuntimeHelpers.GetUninitializedObject(type);
                var failure = Record.Exception(() => Timeline.EntryOf(blank, 1, "x", null));
                Assert.False(failure is System.Diagnostics.UnreachableException, type.Name);
            }
        );

    private static RequestEntry Entry(RequestEvent[] past) =>
        RequestEntry.Of(State(past), new StreamFacts(RequestId, Asked, past.Length, Noon));
}
