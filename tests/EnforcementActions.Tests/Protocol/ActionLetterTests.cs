using System.Runtime.CompilerServices;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Letters;
using static CaseCoordination.EnforcementActions.Tests.Protocol.Samples;

namespace CaseCoordination.EnforcementActions.Tests.Protocol;

public sealed class ActionLetterTests
{
    private static readonly string[] Core =
    [
        ActionLetterKinds.Proposal,
        ActionLetterKinds.Readiness,
        ActionLetterKinds.Order,
        ActionLetterKinds.OrderReceipt,
        ActionLetterKinds.Release,
        ActionLetterKinds.Board,
    ];

    [Fact]
    public void Letters_are_as_approved_byte_for_byte()
    {
        var written = Written();
        Assert.Equal(Core.Order(StringComparer.Ordinal), written.Keys.Order(StringComparer.Ordinal));
        foreach (var (kind, content) in written)
        {
            var approved = File.ReadAllText(Path.Combine(Here(), "..", "Contracts", $"{kind}.json"));
            Assert.Equal(approved.TrimEnd('\n'), content);
        }
    }

    [Fact]
    public void What_was_approved_can_be_read_and_is_written_again_the_same()
    {
        Assert.Equal(Written()[ActionLetterKinds.Proposal], Again<ProposalLetter>(ActionLetterKinds.Proposal));
        Assert.Equal(Written()[ActionLetterKinds.Readiness], Again<ReadinessLetter>(ActionLetterKinds.Readiness));
        Assert.Equal(Written()[ActionLetterKinds.Order], Again<OrderLetter>(ActionLetterKinds.Order));
        Assert.Equal(
            Written()[ActionLetterKinds.OrderReceipt],
            Again<OrderReceiptLetter>(ActionLetterKinds.OrderReceipt)
        );
        Assert.Equal(Written()[ActionLetterKinds.Release], Again<ReleaseLetter>(ActionLetterKinds.Release));
        Assert.Equal(Written()[ActionLetterKinds.Board], Again<BoardLetter>(ActionLetterKinds.Board));
    }

    [Fact]
    public void What_stops_something_may_go_when_its_basis_has_lapsed()
    {
        Assert.False(Outbound.Order(Proposed(), Partner, new(1, Standing.Armed, 1, null, Early), By(Approver)).Closing);
        Assert.True(
            Outbound.Order(Proposed(), Partner, new(1, Standing.Aborted, 1, null, Early), By(Approver)).Closing
        );
        Assert.All(Core[3..], kind => Assert.True(ActionLetterKinds.IsClosing(kind)));
    }

    private static Dictionary<string, string> Written()
    {
        var partner = Received().Titled();
        var order = OrderTo(Partner, 1, Standing.Standstill);
        var clock = new ClockReading(-3.5, 20, "ntp", "good", Early);
        var release = new Release(1, Times.ReleaseAt.AddMilliseconds(12), 12, false, false, clock);
        var board = Armed()
            .Evolve(new ReleaseTold(Partner, release, null, Guid.Empty, Late))
            .Evolve(new ReleaseTold(Third, null, "missed", Guid.Empty, Late));
        return new(StringComparer.Ordinal)
        {
            [ActionLetterKinds.Proposal] = LetterJson.Write(Told.Plan(Proposed())),
            [ActionLetterKinds.Readiness] = LastLetter(
                partner,
                Word(Readiness.Ready) with
                {
                    Clock = clock,
                },
                Partner
            ).Content,
            [ActionLetterKinds.Order] = order.Content,
            [ActionLetterKinds.OrderReceipt] = Receipt(Armed(), Partner, OrderEffect.Held).Content,
            [ActionLetterKinds.Release] = LetterJson.Write(new ReleaseLetter { Release = Told.Of(release) }),
            [ActionLetterKinds.Board] = Outbound
                .Board(board, By(Approver))
                .OfType<ActionLetterWritten>()
                .First()
                .Content,
        };
    }

    private static string Again<T>(string kind)
        where T : LetterContent => LetterJson.Write(LetterJson.Read<T>(Written()[kind])!);

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
