using CaseCoordination.Contracts.CaseIntake.V1;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Investigations;

namespace CaseCoordination.EnforcementActions.Tests.Investigations;

public sealed class InvestigationTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid CaseId = Guid.Parse("019cad00-0000-7000-8000-00000000000a");

    private static readonly InvestigationChanged[] Led =
    [
        Change(1, "opened") with
        {
            Lead = "XA-SMA",
            Over = "crypto-derivatives",
            Groups = ["digital-assets"],
            MembersWithAccess = ["xa-head"],
        },
        Change(3, "filed"),
        Change(5, "partner-joined") with
        {
            Partner = "MSA-FMA",
        },
        Change(7, "partner-joined") with
        {
            Partner = "XB-DAC",
        },
    ];

    [Fact]
    public void A_lead_knows_who_joined_and_who_may_see_it()
    {
        var copy = Of(Led);
        Assert.True(copy.IsLead);
        Assert.Equal(InvestigationState.Open, copy.State);
        Assert.Equal(["MSA-FMA", "XB-DAC"], copy.Joined.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["digital-assets"], copy.Groups);
        Assert.Equal(["xa-head"], copy.Members);
    }

    [Fact]
    public void Changes_that_arrive_in_any_order_and_twice_give_the_same_copy()
    {
        InvestigationChanged[] all =
        [
            .. Led,
            Change(8, "revised") with
            {
                Over = "securities",
                Groups = ["market-abuse"],
                MembersWithAccess = [],
            },
            Change(9, "paused") with
            {
                Pauses = 1,
                IsSuspended = true,
            },
            Change(10, "paused") with
            {
                Pauses = 2,
                IsSuspended = false,
            },
            Change(11, "partner-left") with
            {
                Partner = "XB-DAC",
            },
            Change(12, "lead-passed") with
            {
                Lead = "MSA-FMA",
            },
            Change(13, "roster") with
            {
                Lead = "MSA-FMA",
                Members = ["XA-SMA", "MSB-KNA"],
                Pauses = 3,
                IsSuspended = true,
            },
        ];
        var expected = Of(all);
        Assert.Equal(("MSA-FMA", InvestigationState.Suspended), (expected.Lead, expected.State));
        Assert.Equal(["MSA-FMA", "MSB-KNA"], expected.Joined.Keys.Order(StringComparer.Ordinal));
        for (var seed = 1; seed <= 500; seed++)
        {
            var shuffled = new Random(seed).GetItems(all, 30).Concat(all).ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equivalent(expected, Of(shuffled), strict: true);
        }
    }

    [Fact]
    public void A_new_lead_keeps_who_joined_since_then()
    {
        var copy = Of([
            Change(1, "invited") with
            {
                Lead = "MSA-FMA",
            },
            Change(2, "joined"),
            Change(3, "roster") with
            {
                Lead = "MSA-FMA",
                Members = ["XA-SMA", "XB-DAC"],
                Pauses = 0,
            },
            Change(4, "lead-taken") with
            {
                Lead = "XA-SMA",
            },
            Change(5, "partner-joined") with
            {
                Partner = "MSB-KNA",
            },
            Change(6, "roster") with
            {
                Lead = "MSA-FMA",
                Members = ["XA-SMA"],
                Pauses = 0,
            },
        ]);
        Assert.True(copy.IsLead);
        Assert.Equal(["MSA-FMA", "MSB-KNA"], copy.Joined.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_was_purged_is_forgotten_and_does_not_come_back()
    {
        var purged = Investigation.With(Of(Led), Change(20, "purged"));
        Assert.Equal(InvestigationState.Purged, purged.State);
        Assert.Empty(purged.Groups);
        var late = Investigation.With(purged, Led[0]);
        Assert.Equal(InvestigationState.Purged, late.State);
        Assert.Empty(late.Groups);
        Assert.Single(late.Heard);
    }

    [Fact]
    public void A_file_that_is_told_as_it_is_says_what_all_changes_before_it_said()
    {
        var (whole, stated) = (Of(Led), Of([Stated]));
        Assert.Equal(
            (whole.State, whole.Lead, whole.Over, whole.IsLead),
            (stated.State, stated.Lead, stated.Over, stated.IsLead)
        );
        Assert.Equal(whole.Joined.Keys.Order(StringComparer.Ordinal), stated.Joined.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(whole.Groups, stated.Groups);
        Assert.Equal(whole.Members, stated.Members);

        // What comes late changes nothing, and what happens afterwards is heard.
        var late = Led.Aggregate(stated, Investigation.With);
        Assert.Equal(stated.Joined.Keys.Order(StringComparer.Ordinal), late.Joined.Keys.Order(StringComparer.Ordinal));
        Assert.Single(late.Heard);
        var left = Investigation.With(late, Change(9, "partner-left") with { Partner = "XB-DAC" });
        Assert.Equal(["MSA-FMA"], left.Joined.Keys);
        Assert.Equal(
            ["MSA-FMA"],
            Investigation.With(left, Stated with { Number = 10, Members = ["MSA-FMA"] }).Joined.Keys
        );
    }

    [Fact]
    public void A_lead_that_told_its_file_as_it_is_takes_nobody_out_for_its_predecessor()
    {
        var roster = Change(9, "roster") with { Lead = "MSA-FMA", Members = ["XA-SMA"], Pauses = 0 };
        Assert.Equal(["MSA-FMA", "XB-DAC"], Of([Stated, roster]).Joined.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("suspended", InvestigationState.Suspended, InvestigationState.Open)]
    [InlineData("closed", InvestigationState.Closed, InvestigationState.Closed)]
    public void What_is_told_as_it_is_goes_on_from_there(
        string state,
        InvestigationState expected,
        InvestigationState then
    )
    {
        var copy = Of([Stated with { State = state, Pauses = 3 }]);
        Assert.Equal(expected, copy.State);
        Assert.Equal(
            then,
            Investigation.With(copy, Change(9, "paused") with { Pauses = 4, IsSuspended = false }).State
        );
    }

    [Theory]
    [InlineData("suspended")]
    [InlineData("closed")]
    [InlineData("draft")]
    public void Actions_are_planned_on_open_investigations_only(string state)
    {
        var copy = state switch
        {
            "draft" => Of(Led[..1]),
            "closed" => Of([.. Led, Change(9, "closed")]),
            _ => Of([.. Led, Change(9, "paused") with { Pauses = 1, IsSuspended = true }]),
        };
        Assert.Equal("investigation-not-open", CheckPlan.Refuse(copy, PlanOf("XA-SMA"))?.Code);
    }

    [Fact]
    public void Who_takes_part_has_joined()
    {
        Assert.Null(CheckPlan.Refuse(Of(Led), PlanOf("XA-SMA", "MSA-FMA", "XB-DAC")));
        var refusal = CheckPlan.Refuse(Of(Led), PlanOf("XA-SMA", "MSA-FMA", "MSB-KNA"));
        Assert.Equal(("participant-not-joined", "plan.participants[2]"), (refusal?.Code, refusal?.Field));
    }

    [Fact]
    public void Only_the_lead_plans() =>
        Assert.Equal(
            "not-the-lead",
            CheckPlan.Refuse(Of([.. Led, Change(9, "lead-passed") with { Lead = "MSA-FMA" }]), PlanOf("XA-SMA"))?.Code
        );

    [Fact]
    public void What_is_not_known_is_not_there()
    {
        Assert.Equal("investigation-unknown", CheckPlan.Refuse(null, PlanOf("XA-SMA"))?.Code);
        Assert.Equal(
            "investigation-unknown",
            CheckPlan.Refuse(Of([.. Led, Change(9, "purged")]), PlanOf("XA-SMA"))?.Code
        );
    }

    private static InvestigationChanged Stated { get; } =
        Change(8, "stated") with
        {
            State = "open",
            Lead = "XA-SMA",
            Members = ["MSA-FMA", "XB-DAC"],
            Pauses = 0,
            Over = "crypto-derivatives",
            Groups = ["digital-assets"],
            MembersWithAccess = ["xa-head"],
        };

    private static InvestigationChanged Change(long number, string change) =>
        new()
        {
            CaseId = CaseId,
            Authority = "XA-SMA",
            Number = number,
            Change = change,
            At = Noon,
        };

    private static Investigation Of(IEnumerable<InvestigationChanged> changes) =>
        changes.Aggregate((Investigation?)null, Investigation.With)!;

    private static Plan PlanOf(params string[] participants) =>
        Plan.None with
        {
            Participants = [.. participants.Select(p => new Participant(p, false, []))],
        };
}
