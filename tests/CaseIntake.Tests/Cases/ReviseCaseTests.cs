using CaseCoordination.CaseIntake.Cases;
using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.Testing;
using static CaseCoordination.CaseIntake.Tests.Samples;

namespace CaseCoordination.CaseIntake.Tests.Cases;

public sealed class ReviseCaseTests
{
    private static readonly ReviseCase Command = new("A better title", TheMatter, ["digital-assets"], ["counsel-1"]);

    [Fact]
    public void Title_and_visibility_change() =>
        new Given<Case, CaseEvent>(Draft)
            .When(c => ReviseCase.Decide(c, Command, Turn()))
            .Then(new CaseRevised("A better title", TheMatter, ["digital-assets"], ["counsel-1"], Officer, Noon));

    [Fact]
    public void The_matter_changes_before_filing() =>
        new Given<Case, CaseEvent>(Draft)
            .When(c => ReviseCase.Decide(c, Command with { Matter = TheMatter with { Code = "fraud" } }, Turn()))
            .Then(
                new CaseRevised(
                    "A better title",
                    TheMatter with
                    {
                        Code = "fraud",
                    },
                    ["digital-assets"],
                    ["counsel-1"],
                    Officer,
                    Noon
                )
            );

    [Fact]
    public void The_matter_stays_once_others_were_told() =>
        new Given<Case, CaseEvent>(Open)
            .When(c => ReviseCase.Decide(c, Command with { Matter = TheMatter with { Code = "fraud" } }, Turn()))
            .ThenRefused("matter-fixed");

    [Fact]
    public void Somebody_must_be_able_to_see_it() =>
        new Given<Case, CaseEvent>(Draft)
            .When(c => ReviseCase.Decide(c, Command with { Groups = [], Members = [] }, Turn()))
            .ThenRefused("nobody-left");

    [Fact]
    public void A_closed_case_stays_as_it_is() =>
        new Given<Case, CaseEvent>([.. Draft, new CaseClosed("settled", "Paid.", Officer, Noon)])
            .When(c => ReviseCase.Decide(c, Command, Turn()))
            .ThenRefused("case-closed");
}
