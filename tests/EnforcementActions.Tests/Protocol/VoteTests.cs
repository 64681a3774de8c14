using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using static CaseCoordination.EnforcementActions.Tests.Protocol.Samples;

namespace CaseCoordination.EnforcementActions.Tests.Protocol;

public sealed class VoteTests
{
    [Fact]
    public void A_ready_vote_carries_its_titles_and_is_bound_to_the_plan()
    {
        var file = Received().Titled();
        var happened = Happened(DeclareReadiness.Decide(file, Word(Readiness.Ready), By(Approver)));
        var vote = Assert.IsType<ReadinessDeclared>(happened[0]).Vote;
        Assert.Equal(
            (1, Readiness.Ready, ThePlan.FingerprintFor(Partner)),
            (vote.Number, vote.Readiness, vote.Fingerprint)
        );
        Assert.Equal(["m2"], vote.Titles.Select(t => t.Measure));
        Assert.Equal(
            (Lead, "action.readiness"),
            happened.OfType<ActionLetterWritten>().Select(l => (l.To, l.Kind)).Single()
        );
    }

    [Fact]
    public void The_same_word_again_changes_nothing()
    {
        IsNothing(DeclareReadiness.Decide(Received().Ready(), Word(Readiness.Ready), By(Approver)));
        IsNothing(RecordTitle.Decide(Received().Titled(), new(Received().Titled().Titles["m2"]), By(Officer)));
    }

    [Fact]
    public void Nobody_is_ready_without_every_title() =>
        Assert.Equal("title-missing", CodeOf(DeclareReadiness.Decide(Received(), Word(Readiness.Ready), By(Approver))));

    [Fact]
    public void Whoever_prepared_does_not_approve()
    {
        Assert.Equal(
            "same-person",
            CodeOf(DeclareReadiness.Decide(Received().Titled(), Word(Readiness.Ready), By(Officer)))
        );
        Assert.Equal("same-person", CodeOf(ProposeAction.Decide(Draft(), By(Officer))));
    }

    [Fact]
    public void Declining_needs_a_ground_that_is_permitted()
    {
        var no = Word(Readiness.Declined) with { Permission = new(false, "The pact does not say so.", []) };
        Assert.Equal("ground-not-permitted", CodeOf(DeclareReadiness.Decide(Received(), no, By(Approver))));
        var unjudged = no with { Permission = null };
        Assert.Equal("ground-not-permitted", CodeOf(DeclareReadiness.Decide(Received(), unjudged, By(Approver))));
        Assert.Equal(Readiness.Declined, Received().Says(Readiness.Declined).OwnReadiness);
    }

    [Fact]
    public void Votes_close_at_the_cut_off_to_the_tick()
    {
        var file = Received().Titled();
        Assert.Equal(Readiness.Hold, file.Says(Readiness.Hold, Times.CutOff.AddTicks(-1)).OwnReadiness);
        Assert.Equal(
            "cut-off-passed",
            CodeOf(DeclareReadiness.Decide(file, Word(Readiness.Hold), By(Approver, Times.CutOff)))
        );
    }

    [Fact]
    public void What_the_file_says_of_the_cut_off_counts_for_more_than_an_older_reading_of_the_clock()
    {
        var passed = Received().Evolve(new CutOffPassed(1, Times.CutOff));
        Assert.Equal("cut-off-passed", CodeOf(DeclareReadiness.Decide(passed, Word(Readiness.Hold), By(Approver))));
        var holding = Holding();
        var withheld = holding.After(WithholdMeasures.Decide(holding, new("A judge asks."), By(Approver, Late)));
        Assert.Equal("cut-off-passed", CodeOf(DeclareReadiness.Decide(withheld, Word(Readiness.Hold), By(Approver))));
    }

    [Fact]
    public void A_hold_lets_the_order_go_at_once()
    {
        var held = Holding().Says(Readiness.Hold, Times.CutOff.AddTicks(-1));
        Assert.Null(held.Held);
        Assert.False(held.WillRelease);
        Assert.Null(held.Says(Readiness.Ready, Times.CutOff.AddTicks(-1)).Held);
    }

    [Fact]
    public void Votes_are_for_those_who_have_a_part_in_a_plan_that_is_proposed()
    {
        Assert.Equal("not-proposed", CodeOf(DeclareReadiness.Decide(Draft(), Word(Readiness.Hold), By(Approver))));
        var without = ThePlan with { Participants = [new(Partner, false, [])] };
        Assert.Equal(
            "not-a-participant",
            CodeOf(DeclareReadiness.Decide(Proposed(without), Word(Readiness.Hold), By(Approver)))
        );
        var aborted = Received().Ordered(1, Standing.Aborted);
        Assert.Equal("action-aborted", CodeOf(DeclareReadiness.Decide(aborted, Word(Readiness.Hold), By(Approver))));
        var concluded = aborted.After(ConcludeAction.Decide(aborted, new("Off."), By(Approver)));
        Assert.Equal(
            "action-concluded",
            CodeOf(DeclareReadiness.Decide(concluded, Word(Readiness.Hold), By(Approver)))
        );
        var released = Holding().Evolve(Released());
        Assert.Equal("released-before", CodeOf(DeclareReadiness.Decide(released, Word(Readiness.Hold), By(Approver))));
    }

    [Fact]
    public void A_title_is_of_a_measure_of_ones_own_and_stays_as_it_was_when_the_vote_was_given()
    {
        var title = new Title("m1", "12/26", "Court", "2026-02-27", null, null);
        Assert.Equal("measure-unknown", CodeOf(RecordTitle.Decide(Received(), new(title), By(Officer))));
        Assert.Equal(
            "ready-already",
            CodeOf(RecordTitle.Decide(Received().Ready(), new(title with { Measure = "m2" }), By(Officer)))
        );
    }

    [Fact]
    public void A_change_opens_the_votes_that_it_touches_and_no_other()
    {
        var lead = Proposed().Ready();
        var titleOnly = lead.After(RevisePlan.Decide(lead, new(ThePlan with { Title = "Another" }), By(Officer)));
        Assert.Equal((2, Readiness.Ready), (titleOnly.Plan.Version, titleOnly.OwnReadiness));
        var later = ThePlan with { Schedule = Times with { Window = 60 } };
        Assert.Equal(Readiness.Open, lead.After(RevisePlan.Decide(lead, new(later), By(Officer))).OwnReadiness);
    }

    [Fact]
    public void Times_mean_the_same_wherever_they_were_written()
    {
        var zone = TimeSpan.FromHours(2);
        var elsewhere = ThePlan with
        {
            Schedule = new(
                Times.ReadyBy.ToOffset(zone),
                Times.CutOff.ToOffset(zone),
                Times.ReleaseAt.ToOffset(zone),
                Times.Window
            ),
        };
        Assert.Equal(ThePlan.FingerprintFor(Partner), elsewhere.FingerprintFor(Partner));
    }

    internal static ActionReleased Released() =>
        new(new Release(1, Times.ReleaseAt, 0, false, false, null), "clock", Times.ReleaseAt);
}
