using System.Globalization;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Tests.Simulation;

/// <summary>What people do in a history: most are ready in time, and many change their minds, at the worst moments.</summary>
internal sealed class People(World world)
{
    private const string Officer = "officer";
    private const string Approver = "approver";

    private static readonly GroundPermission Permitted = new(true, "Permitted.", ["P §9"]);

    private Random Random => world.Random;

    public void Begin()
    {
        var lead = world.Lead;
        world.Act(
            lead,
            Officer,
            (file, turn) =>
                DraftAction.Decide(
                    file,
                    new(
                        World.ActionId,
                        lead.Code,
                        "XA-ACT-2026-0001",
                        World.ActionId,
                        FirstPlan(),
                        ["enforcement"],
                        []
                    ),
                    turn
                )
        );
        world.At(Minutes(0.1), () => world.Act(lead, Approver, ProposeAction.Decide));
        if (Random.Next(4) == 0)
        {
            world.At(Minutes(0.5 + (Random.NextDouble() * 5)), Revise);
        }

        var obstinate = Random.Next(4) == 0;
        foreach (var node in world.Nodes.Values)
        {
            for (var words = 0; words < 2; words++)
            {
                world.At(Minutes(0.3 + (Random.NextDouble() * 6)), () => BeReady(node));
            }

            for (var acts = Random.Next(obstinate ? 8 : 3); acts > 0; acts--)
            {
                PlanAct(node);
            }
        }
    }

    private static long Minutes(double minutes) => TimeSpan.FromMinutes(minutes).Ticks;

    private void PlanAct(Node node)
    {
        if (Random.Next(4) == 0)
        {
            world.At(Random.NextInt64(Minutes(14)), () => AnyAct(node));
            return;
        }

        // What "about T-0" is, is known when the plan is; the last moment to look is when everybody should be ready.
        world.At(
            Minutes(3 + (Random.NextDouble() * 4)),
            () =>
            {
                var schedule = node.File.Plan.Schedule;
                if (schedule == Schedule.None)
                {
                    return;
                }

                var about = node.Clock.When(Random.Next(3) == 0 ? schedule.ReleaseAt : schedule.CutOff);
                var beside = Random.Next(4) switch
                {
                    0 => Random.Next(-1, 2),
                    1 => Random.NextInt64(-TimeSpan.TicksPerSecond, TimeSpan.TicksPerSecond),
                    2 => Random.NextInt64(-20 * TimeSpan.TicksPerSecond, 5 * TimeSpan.TicksPerSecond),
                    _ => Random.NextInt64(-120 * TimeSpan.TicksPerSecond, 90 * TimeSpan.TicksPerSecond),
                };
                world.At(about + beside, () => AnyAct(node));
            }
        );
    }

    private void AnyAct(Node node)
    {
        if (!world.IsTimeForActs || node.File.Stage == ActionStage.Unknown)
        {
            return;
        }

        var isLate = world.TimeAt(node) >= node.File.Plan.Schedule.CutOff;
        var choice = Random.Next(100);
        if (node == world.Lead && choice < 45)
        {
            LeadActs(choice);
        }
        else if (isLate && choice < 75)
        {
            AfterCutOff(node, choice);
        }
        else
        {
            Vote(node);
        }
    }

    private void LeadActs(int choice)
    {
        switch (choice)
        {
            case < 18:
                world.Act(world.Lead, Approver, (file, turn) => AbortAction.Decide(file, new("Off."), turn));
                break;
            case < 40:
                Revise();
                break;
            default:
                world.Act(world.Lead, Approver, ProposeAction.Decide);
                break;
        }
    }

    private void AfterCutOff(Node node, int choice)
    {
        if (choice < 58)
        {
            world.Act(node, Approver, (file, turn) => WithholdMeasures.Decide(file, new("Not now."), turn));
            world.At(
                node.Clock.When(node.File.Plan.Schedule.ReleaseAt) + Random.NextInt64(Minutes(4)),
                () => world.Act(node, Approver, (file, turn) => ReleaseByHand.Decide(file, new(null), turn))
            );
        }
        else if (choice < 72)
        {
            world.Act(node, Approver, (file, turn) => ReleaseByHand.Decide(file, new(null), turn));
        }
        else
        {
            world.Act(node, Approver, (file, turn) => ConcludeAction.Decide(file, new("Done."), turn));
        }
    }

    private void Vote(Node node)
    {
        switch (Random.Next(10))
        {
            case < 4:
                Say(node, new(Readiness.Hold, null, $"Wait {Random.Next(100)}.", null, null));
                if (Random.Next(3) > 0)
                {
                    world.At(node.Clock.When(world.TimeAt(node)) + Random.NextInt64(Minutes(1.5)), () => BeReady(node));
                }

                break;
            case < 6:
                Say(node, new(Readiness.Declined, "negligible-impact", "No.", Permitted, null));
                break;
            default:
                BeReady(node);
                break;
        }
    }

    private void BeReady(Node node)
    {
        foreach (var measure in node.File.Plan.MeasuresOf(node.Code))
        {
            var title = new Title(measure.Id, "12/26", "Court", "2026-03-01", null, null);
            world.Act(node, Officer, (file, turn) => RecordTitle.Decide(file, new(title), turn));
        }

        Say(node, new(Readiness.Ready, null, null, null, null));
    }

    private void Say(Node node, DeclareReadiness word) =>
        world.Act(
            node,
            Approver,
            (file, turn) =>
                file.Stage == ActionStage.Unknown ? new Decider.NoChange() : DeclareReadiness.Decide(file, word, turn)
        );

    private void Revise()
    {
        var lead = world.Lead;
        var plan = Changed(lead.File.Plan, world.TimeAt(lead));
        world.Act(lead, Officer, (file, turn) => RevisePlan.Decide(file, new(plan), turn));
        if (Random.Next(5) == 0)
        {
            return;
        }

        var soon = lead.Clock.When(world.TimeAt(lead)) + Random.NextInt64(Minutes(0.3));
        world.At(soon, () => world.Act(lead, Approver, ProposeAction.Decide));
        foreach (var node in world.Nodes.Values)
        {
            world.At(soon + Random.NextInt64(Minutes(2)), () => BeReady(node));
            PlanActSoon(node);
        }
    }

    private void PlanActSoon(Node node)
    {
        if (Random.Next(3) == 0)
        {
            world.At(node.Clock.When(world.TimeAt(node)) + Random.NextInt64(Minutes(7)), () => AnyAct(node));
        }
    }

    private Plan FirstPlan()
    {
        var codes = world.Nodes.Keys.ToList();

        // Sometimes somebody comes in later, and sometimes the lead has no measure of its own or no part at all.
        var late = Random.Next(4) == 0 ? codes.First(c => c != world.Lead.Code) : null;
        var idle = Random.Next(6) == 0 ? world.Lead.Code : null;
        var parts = codes.Where(c => c != late && (c != idle || Random.Next(2) == 0)).ToList();
        var withMeasures = parts.Where(c => c != idle).ToList();
        return Plan.None with
        {
            Title = "Act together",
            Matter = new("manipulation", "crypto-derivatives", "no"),
            Targets = [.. withMeasures.Select((_, i) => TargetOf(i, 0))],
            Measures = [.. withMeasures.Select((code, i) => MeasureOf(code, i))],
            Participants = [.. parts.Select(code => new Participant(code, false, []))],
            Rule = NewRule(parts),
            Schedule = NewSchedule(World.Start, 10),
            Tlp = "TLP:AMBER",
        };
    }

    private Schedule NewSchedule(DateTimeOffset from, int minutes)
    {
        var cutOff = from.AddMinutes(minutes);
        return new(
            from.AddMinutes(minutes * 0.9),
            cutOff,
            cutOff.AddSeconds(Random.Next(2) == 0 ? Random.Next(1, 10) : Random.Next(30, 120)),
            Random.Next(2) == 0 ? 20 : 120
        );
    }

    private DecisionRule NewRule(List<string> parts) =>
        Random.Next(2) == 0
            ? new(DecisionRule.Consensus, 0, Random.Next(3) == 0 ? [parts[Random.Next(parts.Count)]] : [])
            : new(
                DecisionRule.ByQuorum,
                Random.Next(1, parts.Count + 1),
                Random.Next(3) == 0 ? [parts[Random.Next(parts.Count)]] : []
            );

    private static Target TargetOf(int index, int change) =>
        new(string.Create(CultureInfo.InvariantCulture, $"t{index}"), "entity", $"Target {index}/{change}", []);

    private static PlannedMeasure MeasureOf(string code, int index) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"m{index}"),
            code,
            MeasureKinds.Freeze,
            [string.Create(CultureInfo.InvariantCulture, $"t{index}")],
            "court-order",
            null,
            null,
            []
        );

    private Plan Changed(Plan plan, DateTimeOffset now)
    {
        var fresh =
            plan.Schedule.ReadyBy <= now || Random.Next(3) > 0
                ? plan with
                {
                    Schedule = NewSchedule(now, Random.Next(3, 8)),
                }
                : plan;
        var missing = world.Nodes.Keys.Where(c => !plan.Names(c)).ToList();
        switch (missing.Count > 0 && Random.Next(2) == 0 ? 2 : Random.Next(5))
        {
            case 0:
                return fresh with { Title = $"Act together {Random.Next(100)}" };
            case 1 when fresh.Targets.Length > 0:
                var i = Random.Next(fresh.Targets.Length);
                return fresh with
                {
                    Targets = [.. fresh.Targets.Select((t, n) => n == i ? TargetOf(n, Random.Next(1, 100)) : t)],
                };
            case 2 when missing.Count > 0:
                return fresh with { Participants = [.. fresh.Participants, new(missing[0], true, ["P §6"])] };
            case 3 when fresh.Participants.Length > 2:
                var dropped = fresh.Participants[Random.Next(fresh.Participants.Length)].Authority;
                return fresh with
                {
                    Participants = [.. fresh.Participants.Where(p => p.Authority != dropped)],
                    Measures = [.. fresh.Measures.Where(m => m.Authority != dropped)],
                    Rule = fresh.Rule with
                    {
                        Quorum = Math.Min(fresh.Rule.Quorum, fresh.Participants.Length - 1),
                        Essentials = [.. fresh.Rule.Essentials.Where(e => e != dropped)],
                    },
                };
            default:
                return fresh;
        }
    }
}
