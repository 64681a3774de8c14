using CaseCoordination.EnforcementActions.Deconfliction.Domain;
using CaseCoordination.EnforcementActions.Deconfliction.Letters;
using CaseCoordination.EnforcementActions.Disputes.Domain;
using CaseCoordination.EnforcementActions.Disputes.Letters;
using CaseCoordination.EnforcementActions.Statements.Domain;
using CaseCoordination.EnforcementActions.Statements.Letters;
using static CaseCoordination.EnforcementActions.Tests.Parts;

namespace CaseCoordination.EnforcementActions.Tests;

/// <summary>Letters on deconfliction, the joint statement and disputes are as approved, byte for byte, and are read again.</summary>
public sealed class PartLetterTests
{
    [Fact]
    public void A_finding()
    {
        var letter = DeconflictedLetter.Of(
            new Finding(Finding.OfPlan, 2, [new("t1", null, ["cartels"]), new(null, "XDLT", ["ms-a"])], null, Noon)
        );
        Approve(
            letter,
            """{"version":1,"about":"plan","number":2,"hits":[{"contacts":["cartels"],"target":"t1"},{"contacts":["ms-a"],"place":"XDLT"}],"at":"2026-03-02T12:00:00+00:00"}"""
        );
    }

    [Fact]
    public void An_agreement() =>
        Approve(
            StatementTold.Of(new Agreement(2, "9f2c", false, "A name is wrong.", Noon)),
            """{"version":1,"number":2,"hash":"9f2c","agrees":false,"reason":"A name is wrong.","at":"2026-03-02T12:00:00+00:00"}"""
        );

    [Fact]
    public void An_order_to_publish() =>
        Approve(
            StatementTold.Of(new StatementOrder(1, "9f2c", true, null, Noon)),
            """{"version":1,"number":1,"hash":"9f2c","publish":true,"at":"2026-03-02T12:00:00+00:00"}"""
        );

    [Fact]
    public void A_dispute_with_its_result_and_who_follows_it() =>
        Approve(
            DisputeTelling.Of(
                new DisputeFile(
                    new(
                        "XB-DAC",
                        1,
                        "hold",
                        null,
                        "Unfounded.",
                        "joint-committee",
                        null,
                        "test-pact",
                        ["P §12"],
                        Noon.AddDays(28),
                        Noon
                    )
                )
                    .With(new DisputeResult("opinion", "So.", null, "XA-SMA", Noon))
                    .With(new Following("MSA-FMA", 1, true, null, Noon))
            ),
            """{"version":1,"raiser":"XB-DAC","number":1,"about":"hold","reason":"Unfounded.","body":"joint-committee","basis":"test-pact","citations":["P §12"],"dueAt":"2026-03-30T12:00:00+00:00","at":"2026-03-02T12:00:00+00:00","result":{"result":"opinion","statement":"So.","recordedBy":"XA-SMA","at":"2026-03-02T12:00:00+00:00"},"followings":[{"authority":"MSA-FMA","number":1,"follows":true,"at":"2026-03-02T12:00:00+00:00"}]}"""
        );

    [Theory]
    [InlineData("""{"version":1,"about":"weather","number":2,"hits":[],"at":"2026-03-02T12:00:00+00:00"}""")]
    [InlineData("""{"version":1,"about":"plan","number":2,"hits":[null],"at":"2026-03-02T12:00:00+00:00"}""")]
    [InlineData("""{"version":2,"about":"plan","number":2,"hits":[],"at":"2026-03-02T12:00:00+00:00"}""")]
    public void A_finding_with_gaps_is_not_read(string content) =>
        Assert.Null(LetterJson.Read<DeconflictedLetter>(content));

    private static void Approve<T>(T letter, string approved)
        where T : LetterContent
    {
        Assert.Equal(approved, LetterJson.Write(letter));
        Assert.Equal(approved, LetterJson.Write(LetterJson.Read<T>(approved)!));
    }
}
