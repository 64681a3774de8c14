using CaseCoordination.CaseIntake.Cases;
using CaseCoordination.Demo.Matters;

namespace CaseCoordination.Demo.Tests;

/// <summary>The words a matter file may use are those that the services accept; a service that changes them shows here.</summary>
public sealed class ServiceWordsTests
{
    [Fact]
    public void Grounds_are_those_of_declining() => Assert.Equal(DeclineInvitation.Grounds, MatterWords.Grounds);

    [Fact]
    public void Outcomes_are_those_of_closing() => Assert.Equal(CloseCase.Outcomes, MatterWords.Outcomes);
}
