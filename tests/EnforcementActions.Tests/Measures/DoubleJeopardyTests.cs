using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Measures.Outcomes;
using CaseCoordination.EnforcementActions.Measures.Questions;
using static CaseCoordination.EnforcementActions.Tests.Measures.MeasureSamples;

namespace CaseCoordination.EnforcementActions.Tests.Measures;

/// <summary>One subject punished twice for one matter.</summary>
public sealed class DoubleJeopardyTests
{
    private static readonly Plan WithoutOffsets = ThePlan with
    {
        Measures = [.. ThePlan.Measures.Select(m => m with { Offsets = [] })],
    };

    [Fact]
    public void Two_fines_on_one_subject_without_an_offset_are_noted_with_the_law()
    {
        var warning = Assert.Single(DoubleJeopardy.In(WithoutOffsets));
        Assert.Equal([new MeasureName(Lead, "m2"), new MeasureName(Partner, "m3")], warning.Measures);
        Assert.Equal(["Delta Derivatives Exchange"], warning.Subjects);
        Assert.Equal(["Charter Art. 50", "C-117/20 bpost"], warning.Citations);
    }

    [Fact]
    public void An_offset_between_them_answers_it() => Assert.Empty(DoubleJeopardy.In(ThePlan));

    [Fact]
    public void Two_targets_with_one_identifier_are_one_subject()
    {
        var twin = ThePlan.Targets[0] with { Id = "t2", Name = "Delta" };
        var plan = WithoutOffsets with
        {
            Targets = [.. ThePlan.Targets, twin],
            Measures = [.. WithoutOffsets.Measures.Select(m => m.Id == "m3" ? m with { Targets = ["t2"] } : m)],
        };
        Assert.Single(DoubleJeopardy.In(plan));
        var other = plan with { Targets = [ThePlan.Targets[0], twin with { Identifiers = [] }] };
        Assert.Empty(DoubleJeopardy.In(other));
    }

    [Fact]
    public void What_does_not_punish_is_not_counted() =>
        Assert.Empty(
            DoubleJeopardy.In(
                WithoutOffsets with
                {
                    Measures = [.. WithoutOffsets.Measures.Select(m => m with { Kind = MeasureKinds.Freeze })],
                }
            )
        );

    [Fact]
    public void One_authority_may_take_two() =>
        Assert.Empty(
            DoubleJeopardy.In(
                WithoutOffsets with
                {
                    Measures = [.. WithoutOffsets.Measures.Select(m => m with { Authority = Lead })],
                }
            )
        );

    [Fact]
    public void The_register_counts_what_stands_only()
    {
        var file = LeadReleased();
        var rows = OutcomeRow.Of(file);
        var register = OutcomeRegister.Of(file.Id, ThePlan, rows);
        Assert.Equal((50m, 100m), (register.Payable[0].Amount, register.Totals["USD"]));
        Assert.Single(OutcomeRegister.Of(file.Id, WithoutOffsets, rows).Warnings);

        var withheld = OutcomeRow.Of(
            file.Update(Partner, s => s with { Release = null, Unreleased = Unreleased.Withheld })
        );
        var alone = OutcomeRegister.Of(file.Id, WithoutOffsets, withheld);
        Assert.Empty(alone.Warnings);
        Assert.Equal(100m, OutcomeRegister.Of(file.Id, ThePlan, withheld).Payable.Single().Amount);
    }
}
