using System.Text.Json;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Letters;
using CaseCoordination.EnforcementActions.Actions.Questions;
using CaseCoordination.EnforcementActions.Disputes;
using CaseCoordination.EnforcementActions.Disputes.Domain;
using CaseCoordination.EnforcementActions.Disputes.Questions;
using CaseCoordination.Testing;
using static CaseCoordination.EnforcementActions.Tests.Parts;

namespace CaseCoordination.EnforcementActions.Tests.Disputes;

public sealed class DisputeTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly DisputeBody Committee = new("joint-committee", "opinion", "test-pact", ["P §12"]);

    [Fact]
    public void A_dispute_goes_to_the_lead_and_from_there_to_everybody()
    {
        var parts = Proposed();
        Raise(parts, Third, "hold");
        parts.Deliver();
        foreach (var authority in All)
        {
            var shown = Assert.Single(DisputeSheet.Of(parts[authority]));
            Assert.Equal(
                (1, Third, 1, "hold"),
                (shown.N, shown.Dispute.Raiser, shown.Dispute.Number, shown.Dispute.About)
            );
            Assert.Equal(
                ("joint-committee", "opinion", "test-pact"),
                (shown.Dispute.Body, shown.Dispute.Expected, shown.Dispute.Basis)
            );
            Assert.Equal(Noon.AddDays(28), shown.Dispute.DueAt);
        }
    }

    [Fact]
    public void The_result_and_who_follows_it_is_known_to_everybody()
    {
        var parts = Proposed();
        Raise(parts, Third, "plan");
        parts.Deliver();
        Assert.Equal("not-the-lead-or-raiser", parts.Refusal(Second, Resolve));
        Assert.Equal("no-result-yet", parts.Refusal(Second, (f, t) => FollowResult.Decide(f, new(1, true, null), t)));
        parts.Do(Third, Resolve);
        parts.Deliver();
        Assert.Equal(
            "result-recorded",
            parts.Refusal(Lead, (f, t) => RecordDisputeResult.Decide(f, new(1, "dismissed", "No.", null), t))
        );
        parts.Do(Lead, (f, t) => FollowResult.Decide(f, new(1, true, null), t));
        parts.Do(Second, (f, t) => FollowResult.Decide(f, new(1, false, "Our court says otherwise."), t));
        parts.Do(Third, (f, t) => FollowResult.Decide(f, new(1, true, null), t));
        parts.Deliver();
        foreach (var authority in All)
        {
            var shown = Assert.Single(DisputeSheet.Of(parts[authority]));
            Assert.Equal(
                ("upheld", "JC 4/26", Third),
                (shown.Result?.Result, shown.Result?.Reference, shown.Result?.RecordedBy)
            );
            Assert.Equal(
                [(Second, false), (Lead, true), (Third, true)],
                shown.Followings.Select(f => (f.Authority, f.Follows))
            );
        }

        parts.Do(Second, (f, t) => FollowResult.Decide(f, new(1, true, null), t));
        parts.Deliver();
        Assert.True(parts[Third].Disputes[0].Followings[Second] is { Number: 2, Follows: true });
    }

    [Fact]
    public void The_same_act_twice_is_one()
    {
        var parts = Proposed();
        Raise(parts, Lead, "plan");
        Raise(parts, Lead, "plan");
        Assert.Single(parts[Lead].Disputes);
        parts.Do(Lead, Resolve);
        parts.Do(Lead, Resolve);
        parts.Do(Lead, (f, t) => FollowResult.Decide(f, new(1, true, null), t));
        parts.Do(Lead, (f, t) => FollowResult.Decide(f, new(1, true, null), t));
        Assert.Equal(6, parts.UnderWay.Count);
        Raise(parts, Lead, "plan");
        Assert.Equal(2, parts[Lead].Disputes.Length);
    }

    [Fact]
    public void Only_what_is_there_can_be_decided()
    {
        var parts = Proposed();
        Assert.Equal("dispute-unknown", parts.Refusal(Lead, Resolve));
        Assert.Equal("dispute-unknown", parts.Refusal(Lead, (f, t) => FollowResult.Decide(f, new(0, true, null), t)));
    }

    [Fact]
    public void Who_has_no_part_raises_nothing()
    {
        var file = Proposed()[Third];
        new Given<CoordinatedAction, ActionEvent>()
            .When(_ =>
                RaiseDispute.Decide(
                    file with
                    {
                        Plan = file.Plan with { Participants = [] },
                    },
                    new("plan", null, "No."),
                    Committee,
                    Noon,
                    new Turn("a", ActionId, Noon)
                )
            )
            .ThenRefused("not-a-participant");
    }

    [Fact]
    public void A_dispute_without_a_result_warns_and_then_is_late_at_the_lead_and_at_its_raiser()
    {
        var parts = Proposed();
        Raise(parts, Third, "measure");
        parts.Deliver();
        parts.Now = Noon.AddDays(27);
        parts.PassClocks();
        parts.Now = Noon.AddDays(28);
        parts.PassClocks();
        foreach (var authority in (string[])[Lead, Third])
        {
            Assert.Contains($"dispute.1.{Third}/warn", parts[authority].Passed);
            Assert.Contains($"dispute.1.{Third}/fail", parts[authority].Passed);
        }

        Assert.DoesNotContain(parts[Second].Passed, p => p.StartsWith("dispute.", StringComparison.Ordinal));
        Assert.DoesNotContain(PassDisputeClock.Running(parts[Lead]), _ => true);
    }

    [Fact]
    public void The_waiting_list_says_who_owes_a_result()
    {
        var parts = Proposed();
        Raise(parts, Third, "measure");
        parts.Deliver();
        Assert.Equal(
            (Lead, Noon.AddDays(28), "running"),
            PartWaits
                .Of(parts[Second])
                .Where(w => w.Awaits == "dispute-result")
                .Select(w => (w.On, w.DueAt, w.State))
                .Single()
        );
        parts.Do(Third, Resolve);
        parts.Deliver();
        Assert.DoesNotContain(PartWaits.Of(parts[Second]), w => w.Awaits == "dispute-result");
    }

    [Fact]
    public void The_instrument_names_the_body()
    {
        var file = Proposed()[Second];
        var named = DisputeBody.Of(SmallLaw.Book, file, Day);
        Assert.Equal(("joint-committee", "opinion", "test-pact"), (named.Body, named.Expected, named.Basis));
        Assert.Equal(["P §12"], named.Citations);
        var byBasis = DisputeBody.Of(SmallLaw.Book, file with { Plan = file.Plan with { Instrument = null } }, Day);
        Assert.Equal("test-pact", byBasis.Basis);
        var none = DisputeBody.Of(SmallLaw.Book, file with { Plan = file.Plan with { Instrument = "test-mou" } }, Day);
        Assert.Equal(("heads-of-authority", "none-named"), (none.Body, none.Basis));
    }

    [Fact]
    public void A_participant_is_heard_on_its_own_words_alone()
    {
        var parts = Proposed();
        Raise(parts, Third, "plan");
        parts.Deliver();
        parts.Do(Third, Resolve);
        parts.Deliver();
        parts.Do(Second, (f, t) => FollowResult.Decide(f, new(1, true, null), t));
        var letter = Assert.Single(parts.UnderWay);
        var forged = letter.Content.Replace(
            "\"authority\":\"MSA-FMA\"",
            "\"authority\":\"XB-DAC\"",
            StringComparison.Ordinal
        );
        Assert.NotEqual(letter.Content, forged);
        parts.UnderWay[0] = letter with { Content = forged };
        parts.Deliver();
        Assert.Empty(parts[Lead].Disputes[0].Followings);
    }

    [Fact]
    public void Nobody_raises_in_the_name_of_another()
    {
        var parts = Proposed();
        Raise(parts, Third, "plan");
        var letter = Assert.Single(parts.UnderWay);
        parts.UnderWay[0] = letter with { Sender = Second };
        parts.Deliver();
        Assert.Empty(parts[Lead].Disputes);
        Assert.Contains(letter.LetterId, parts[Lead].Taken);
    }

    [Fact]
    public void All_files_agree_whatever_happened_to_the_letters_between()
    {
        var resolved = 0;
        var crossed = 0;
        for (var seed = 1; seed <= 1500; seed++)
        {
            var random = new Random(seed);
            var parts = Proposed();
            for (var step = 0; step < 60; step++)
            {
                parts.Now = Noon.AddMinutes(step);
                Shake(parts, random);
            }

            while (parts.UnderWay.Count > 0)
            {
                parts.DeliverAt(random.Next(parts.UnderWay.Count), keep: false);
            }

            var said = All.Select(a => SaidOf(parts[a])).ToList();
            Assert.True(said.All(s => s == said[0]), $"seed {seed}:\n{string.Join('\n', said)}");
            resolved += parts[Lead].Disputes.Count(d => d.Result is not null);
            crossed += parts[Lead].Disputes.Count(d => d.Result is { } r && r.RecordedBy != Lead);
        }

        Assert.True(resolved > 1000 && crossed > 100, $"{resolved} resolved, {crossed} of them not by the lead");
    }

    private static void Shake(Parts parts, Random random)
    {
        if (random.Next(4) == 0)
        {
            var who = All[random.Next(3)];
            var n = random.Next(1, 4);
            switch (random.Next(4))
            {
                case 0:
                    Raise(parts, who, RaiseDispute.Abouts[random.Next(4)]);
                    break;
                case 1:
                    var result = RecordDisputeResult.Results[random.Next(4)];
                    parts.Try(who, (f, t) => RecordDisputeResult.Decide(f, new(n, result, "So.", null), t));
                    break;
                default:
                    var follows = random.Next(2) == 0;
                    parts.Try(who, (f, t) => FollowResult.Decide(f, new(n, follows, follows ? null : "No."), t));
                    break;
            }
        }

        if (parts.UnderWay.Count > 0 && random.Next(3) == 0)
        {
            parts.DeliverAt(random.Next(parts.UnderWay.Count), keep: random.Next(4) == 0);
        }
    }

    private static string SaidOf(CoordinatedAction file) =>
        JsonSerializer.Serialize(
            file.Disputes.OrderBy(d => d.Dispute.Raiser, StringComparer.Ordinal).ThenBy(d => d.Dispute.Number)
        );

    private static Decider.Decision<ActionEvent> Resolve(CoordinatedAction file, Turn turn) =>
        RecordDisputeResult.Decide(file, new(1, "upheld", "The hold was unfounded.", "JC 4/26"), turn);

    private static void Raise(Parts parts, string authority, string about) =>
        parts.Do(
            authority,
            (f, t) => RaiseDispute.Decide(f, new(about, "m1", "We disagree."), Committee, Noon.AddDays(28), t)
        );
}
