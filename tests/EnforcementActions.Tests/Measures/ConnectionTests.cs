using System.Net;
using CaseCoordination.EnforcementActions.Measures.Connections;
using CaseCoordination.EnforcementActions.Measures.Domain;
using CaseCoordination.EnforcementActions.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace CaseCoordination.EnforcementActions.Tests.Measures;

/// <summary>Measures that a connection carries out, against a venue that answers as it likes.</summary>
public sealed class ConnectionTests(MeasuresFixture node) : IClassFixture<MeasuresFixture>
{
    [Fact]
    public async Task A_released_measure_is_carried_out_by_its_connection()
    {
        var id = await node.ReleaseAsync("venue");
        var measure = await ExecutedAsync(id);
        Assert.Equal("V-7", measure.Outcome!.Number);
        Assert.NotNull(measure.EndsAt);
        var call = Assert.Single(node.Venue.CallsFor(id));
        Assert.Equal(measure.Instruction!.Id.ToString(), call.Key);
        Assert.Equal(
            ("apply", "freeze", "XA/F/1"),
            (call.Instruction, (string)call.Body["kind"]!, (string)call.Body["title"]!["number"]!)
        );
        Assert.Equal("529900T8BM49AURSDO55", (string)call.Body["targets"]![0]!["identifiers"]![0]!["value"]!);
        Assert.Empty(node.Venue.Unsigned);
    }

    [Fact]
    public async Task A_venue_that_dies_before_it_answers_is_asked_again_and_does_it_once()
    {
        var id = await ReleaseAsync((_, n) => n < 3 ? Reply.DiesHalfWay : Reply.Done);
        await ExecutedAsync(id);
        Assert.Equal((3, 1), (node.Venue.CallsFor(id).Count, node.Venue.EffectsFor(id)));
    }

    [Fact]
    public async Task A_venue_that_is_broken_for_a_while_is_asked_again_after_a_pause()
    {
        var id = await ReleaseAsync((_, n) => n < 6 ? Reply.Broken : Reply.Done);
        var measure = await ExecutedAsync(id);
        Assert.Equal((6, 1), (node.Venue.CallsFor(id).Count, node.Venue.EffectsFor(id)));
        Assert.Equal(InstructionStates.Done, measure.Instruction!.State);
    }

    [Fact]
    public async Task A_venue_that_has_not_done_it_yet_is_asked_again_with_the_same_key()
    {
        var id = await ReleaseAsync((_, n) => n < 3 ? Reply.NotYet : Reply.Done);
        await ExecutedAsync(id);
        Assert.Equal(1, node.Venue.EffectsFor(id));
        Assert.Single(node.Venue.CallsFor(id).Select(c => c.Key).Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("unsigned")]
    [InlineData("forged")]
    [InlineData("forged-refusal")]
    public async Task An_answer_without_the_venues_signature_is_no_outcome_and_is_shown(string how)
    {
        var isHonest = false;
        var bad = how switch
        {
            "unsigned" => Reply.Unsigned,
            "forged" => Reply.Forged,
            _ => Reply.ForgedRefusal,
        };
        var id = await ReleaseAsync((_, _) => Volatile.Read(ref isHonest) ? Reply.Done : bad);
        var file = await node.WaitAsync(
            id,
            f => f.Measures["m1"].Instruction!.Reason == ConnectorClient.Untrusted,
            "the answer to be doubted"
        );
        Assert.Null(file.Measures["m1"].Outcome);
        Volatile.Write(ref isHonest, true);
        await ExecutedAsync(id);
        Assert.Equal(1, node.Venue.EffectsFor(id));
    }

    [Fact]
    public async Task A_signed_refusal_is_a_failure_with_its_reason()
    {
        var id = await ReleaseAsync((_, _) => Reply.NoSuchAccount);
        var file = await node.WaitAsync(id, f => f.Measures["m1"].Outcome is not null, "an outcome");
        Assert.Equal(
            (MeasureState.Failed, "no such account"),
            (file.Measures["m1"].State, file.Measures["m1"].Outcome!.Reason)
        );
        Assert.Single(node.Venue.CallsFor(id));
    }

    [Fact]
    public async Task A_process_that_dies_between_the_call_and_its_record_has_no_second_effect()
    {
        var client = node.Services.GetRequiredService<ConnectorClient>();
        var (connector, secret) = node
            .Services.GetRequiredService<Connectors>()
            .Find(MeasuresFixture.Authority, "venue")!
            .Value;

        // Another replica holds the instruction, calls, and is gone before it has recorded anything.
        var id = await node.ReleaseAsync(
            "venue",
            async held =>
            {
                await using var session = node.Open();
                session.Documents.Store(
                    new ConnectorCall
                    {
                        Id = InstructionIds.Of(held, "m1", InstructionKinds.Apply),
                        LeaseBy = "gone",
                        LeaseUntil = node.Clock.GetUtcNow().AddHours(1),
                    }
                );
                await session.SaveAsync(CancellationToken.None);
            }
        );
        var file = await node.LoadAsync(id);
        var measure = file.Measures["m1"];
        var body = InstructionMessage.JsonOf(file, measure, measure.Instruction!);
        var answer = await client.AskAsync(connector, secret, measure.Instruction!.Id, body, CancellationToken.None);
        Assert.Equal(MeasureState.Executed, answer.Outcome!.State);

        node.Clock.Advance(TimeSpan.FromHours(1));
        var executed = await ExecutedAsync(id);
        Assert.Equal((2, 1), (node.Venue.CallsFor(id).Count, node.Venue.EffectsFor(id)));
        Assert.Equal(answer.Outcome.EffectiveAt, executed.Outcome!.EffectiveAt);
    }

    [Fact]
    public async Task Two_replicas_ask_once()
    {
        var second = ActivatorUtilities.CreateInstance<CarryOut>(node.Services);
        var id = await ReleaseAsync((_, _) => Reply.Done);
        await using var session = node.Open();
        var entry = await session.Documents.LoadAsync<EnforcementActions.Measures.Questions.MeasureEntry>(
            Platform.Messaging.DeterministicId.Of(id.ToString("N"), MeasuresFixture.Authority, "m1"),
            CancellationToken.None
        );
        await second.RunAsync(MeasuresFixture.Authority, entry!, CancellationToken.None);
        await ExecutedAsync(id);
        Assert.Equal(1, node.Venue.EffectsFor(id));
        Assert.Single((await node.LoadAsync(id)).Measures["m1"].History);
    }

    [Fact]
    public async Task A_connection_that_nobody_answers_is_given_up_and_a_person_decides()
    {
        var id = await node.ReleaseAsync("nobody");
        await node.WaitAsync(id, f => f.Measures["m1"].Instruction!.Reason == "no-answer", "the first attempts");
        using var approver = node.Approver;
        using var early = await ConfirmAsync(approver, id);
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        node.Clock.Advance(TimeSpan.FromHours(25));
        await node.WaitAsync(
            id,
            f => f.Measures["m1"].Instruction!.State == InstructionStates.GivenUp,
            "the connection to be given up"
        );
        using var answer = await ConfirmAsync(approver, id);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(MeasureState.Executed, (await node.LoadAsync(id)).Measures["m1"].State);
    }

    [Fact]
    public async Task Lifting_and_the_legal_end_are_told_to_the_venue()
    {
        var (lifted, ended) = (await node.ReleaseAsync("venue"), await node.ReleaseAsync("venue"));
        await ExecutedAsync(lifted);
        var end = (await ExecutedAsync(ended)).EndsAt!.Value;
        using var approver = node.Approver;
        using var answer = await ActionSide.PostAsync(
            approver,
            $"/api/actions/{lifted}/measures/m1/lifting",
            new { reason = "The court released the assets." }
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await ToldAsync(lifted, "lift", MeasureState.Lifted);
        node.Clock.Advance(end - node.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        await ToldAsync(ended, "end", MeasureState.Ended);
    }

    private async Task<Guid> ReleaseAsync(Func<Told, int, Reply> answer) =>
        await node.ReleaseAsync(
            "venue",
            held =>
            {
                node.Venue.Answers[held.Id] = answer;
                return Task.CompletedTask;
            }
        );

    private async Task<MeasureFile> ExecutedAsync(Guid id) =>
        (
            await node.WaitAsync(id, f => f.Measures["m1"].State == MeasureState.Executed, "the measure to be executed")
        ).Measures["m1"];

    private async Task ToldAsync(Guid id, string instruction, MeasureState state)
    {
        var file = await node.WaitAsync(
            id,
            f => f.Measures["m1"].State == state && f.Measures["m1"].Instruction!.State == InstructionStates.Done,
            $"the venue to be told to {instruction}"
        );
        Assert.Equal(instruction, file.Measures["m1"].Instruction!.Kind);
        Assert.Equal(["apply", instruction], node.Venue.CallsFor(id).Select(c => c.Instruction));
        Assert.Equal(2, node.Venue.EffectsFor(id));
    }

    private static Task<HttpResponseMessage> ConfirmAsync(HttpClient person, Guid id) =>
        ActionSide.PostAsync(person, $"/api/actions/{id}/measures/m1/outcome", new { state = "executed" });
}
