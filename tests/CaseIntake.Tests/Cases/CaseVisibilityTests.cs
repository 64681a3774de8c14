using CaseCoordination.CaseIntake.Cases;
using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;
using static CaseCoordination.CaseIntake.Tests.Samples;

namespace CaseCoordination.CaseIntake.Tests.Cases;

public sealed class CaseVisibilityTests
{
    [Theory]
    [InlineData("officer", "digital-assets", "p1", Sight.Whole)]
    [InlineData("officer", "market-abuse,digital-assets", "p1", Sight.Whole)]
    [InlineData("officer", "market-abuse", "p1", Sight.Nothing)]
    [InlineData("officer", "", "p1", Sight.Nothing)]
    [InlineData("officer", "", "member-1", Sight.Whole)]
    [InlineData("approver", "market-abuse", "p1", Sight.Nothing)]
    [InlineData("system", "market-abuse", "p1", Sight.Nothing)]
    [InlineData("auditor", "market-abuse", "p1", Sight.Outline)]
    [InlineData("auditor", "digital-assets", "p1", Sight.Whole)]
    public void Groups_and_members_see_and_auditors_see_the_outline(
        string role,
        string groups,
        string who,
        Sight sight
    ) => Assert.Equal(sight, Visibility.Of(CallerOf(role, groups, who), ["digital-assets"], ["member-1"]));

    [Fact]
    public void A_hidden_case_is_refused_like_one_that_is_not_there()
    {
        var hidden = CaseVisibility.Hides(
            new Given<Case, CaseEvent>(Draft).State,
            CallerOf("officer", "market-abuse", "p1")
        );
        var absent = CaseVisibility.Hides(new Case(), CallerOf("officer", "digital-assets", "p1"));

        Assert.NotNull(hidden);
        Assert.Equal(absent, hidden);
    }

    private static Caller CallerOf(string role, string groups, string who) =>
        new(
            who,
            Lead,
            new HashSet<string>([role]),
            new HashSet<string>(groups.Split(',', StringSplitOptions.RemoveEmptyEntries))
        );
}
