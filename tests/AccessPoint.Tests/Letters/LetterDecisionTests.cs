using System.Net.Http.Json;
using CaseCoordination.AccessPoint.Letters;
using CaseCoordination.AccessPoint.Tests.Border;
using CaseCoordination.Platform.Security;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.AccessPoint.Tests.Letters;

/// <summary>One's own people read their decision in full, in their language; of the other side's they read the code.</summary>
public sealed class LetterDecisionTests(TwoBorders borders) : IClassFixture<TwoBorders>, IAsyncLifetime
{
    private const string Internal = "T §99";

    // The sender's copy of the law holds a ground and a matter that the recipient's does not: whatever the recipient reads of
    // the ground was told, and an ask on the matter leaves and is turned away.
    public async ValueTask InitializeAsync()
    {
        var careful = CarefulLaw.On(
            [AccessPointFixture.Ask.Matter!, "fraud"],
            CarefulLaw.Ground.Replace("T §7", Internal, StringComparison.Ordinal),
            CarefulLaw.Use,
            CarefulLaw.Unstated
        );
        await borders.Here.TeachAsync(careful);
        await borders.There.TeachAsync(CarefulLaw.With(CarefulLaw.Use, CarefulLaw.Unstated));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("en", "A fact must be known first.", "Rests on: ")]
    [InlineData("es", "Antes debe conocerse un hecho.", "Se funda en: ")]
    public async Task The_senders_people_read_its_decision_in_full_in_their_language(
        string tag,
        string outcome,
        string restsOn
    )
    {
        var letter = await borders.SendAsync(AccessPointFixture.Ask);
        using var officer = borders.Here.As(TwoBorders.Sender, "officer-7", [Roles.Officer], ["markets"]);
        officer.DefaultRequestHeaders.Add("Accept-Language", tag);
        using var answer = await officer.GetAsync($"/api/letters/{letter.LetterId}");
        var life = await answer.Content.ReadFromJsonAsync<LetterLife>();
        var own = Assert.Single(life!.Decisions);

        Assert.Equal([tag], answer.Content.Headers.ContentLanguage);
        Assert.Contains("Accept-Language", answer.Headers.Vary);
        Assert.Equal((TwoBorders.Sender, "PENDING_FACTS"), (own.By, own.Code));
        Assert.Equal(outcome, own.Text[0]);
        Assert.Equal(["T §1", "T §2", "T §3"], own.Citations.Take(3));
        Assert.Contains(own.Text, line => line.StartsWith($"{restsOn}T §1; T §2; T §3", StringComparison.Ordinal));
        Assert.Contains(own.Text, line => line.Contains("t.deny.interest", StringComparison.Ordinal));
        var decision = DecisionJson.Read(await officer.GetStringAsync($"/api/letters/{letter.LetterId}/decision"));
        Assert.Equal(Explain.InFull(decision, tag == "es" ? Language.Spanish : Language.English), own.Text);
    }

    [Theory]
    [InlineData(null, "en")]
    [InlineData("fr", "en")]
    [InlineData("est", "en")]
    [InlineData("*", "en")]
    [InlineData(";;;", "en")]
    [InlineData("es;q=0, en;q=0.1", "en")]
    [InlineData("ES-mx", "es")]
    [InlineData("en;q=0.4, es;q=0.5", "es")]
    [InlineData("fr, de;q=0.9, es;q=0.8, en;q=0.7", "es")]
    public async Task A_language_without_words_gives_way_to_the_next_and_in_the_end_to_English(
        string? languages,
        string expected
    )
    {
        var letter = await borders.SendAsync(AccessPointFixture.Ask);
        var (body, answer) = await TwoBorders.ReadAsync(borders.Here, letter.LetterId, languages);
        using (answer)
        {
            Assert.Equal([expected], answer.Content.Headers.ContentLanguage);
        }

        Assert.Contains(
            expected == "es" ? "Antes debe conocerse un hecho." : "A fact must be known first.",
            body,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("en", "Under consideration.", "It may be given.")]
    [InlineData("es", "En estudio.", "Puede concederse.")]
    public async Task The_recipients_people_read_of_the_senders_decision_only_the_code_and_their_own_in_full(
        string tag,
        string told,
        string own
    )
    {
        var letter = await borders.SendAsync(AccessPointFixture.Ask);
        await borders.CarryAsync(letter, "delivered");
        var (body, answer) = await TwoBorders.ReadAsync(borders.There, letter.LetterId, tag);
        using (answer)
        {
            var life = await answer.Content.ReadFromJsonAsync<LetterLife>();
            Assert.Equal([TwoBorders.Recipient, TwoBorders.Sender], life!.Decisions.Select(d => d.By));
            Assert.Equal(("GRANT", own), (life.Decisions[0].Code, life.Decisions[0].Text[0]));
            Assert.Equal("UNDER_CONSIDERATION", life.Decisions[1].Code);
            Assert.Equal([told], life.Decisions[1].Text);
            Assert.Empty(life.Decisions[1].Citations);
            Assert.Equal("UNDER_CONSIDERATION", life.Basis.Outcome);
        }

        using var auditor = borders.There.As(TwoBorders.Recipient, "auditor", [Roles.Auditor]);
        var decision = await auditor.GetStringAsync($"/api/letters/{letter.LetterId}/decision");
        Assert.Equal(Outcome.Grant, DecisionJson.Read(decision).Outcome);
        foreach (
            var secret in (string[])
                [
                    "t.deny.interest",
                    CarefulLaw.Fact,
                    "PENDING_FACTS",
                    "secret",
                    "markets",
                    "officer-7",
                    "fact must be known",
                ]
        )
        {
            Assert.DoesNotContain(secret, body + decision, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("en", "No instrument carries it.")]
    [InlineData("es", "Ningún instrumento lo ampara.")]
    public async Task The_senders_people_read_of_a_refusal_only_its_code_and_the_recipients_people_why(
        string tag,
        string words
    )
    {
        var letter = await borders.SendAsync(AccessPointFixture.Ask with { Matter = "fraud" });
        await borders.CarryAsync(letter, "refused");
        var (sent, first) = await TwoBorders.ReadAsync(borders.Here, letter.LetterId, tag);
        var (received, second) = await TwoBorders.ReadAsync(borders.There, letter.LetterId, tag);
        using var here = first;
        using var there = second;
        var told = (await here.Content.ReadFromJsonAsync<LetterLife>())!.Decisions.Single(d =>
            d.By == TwoBorders.Recipient
        );
        var own = Assert.Single((await there.Content.ReadFromJsonAsync<LetterLife>())!.Decisions);

        Assert.Equal("no-basis", told.Code);
        Assert.Equal([words], told.Text);
        Assert.Empty(told.Citations);
        Assert.Equal((TwoBorders.Recipient, "no-basis", words), (own.By, own.Code, own.Text[0]));
        var rejected = LawWords.For("matter", tag == "es" ? Language.Spanish : Language.English);
        Assert.Contains(own.Text, line => line.EndsWith($"test-mou: {rejected}", StringComparison.Ordinal));
        Assert.Contains(rejected, received, StringComparison.Ordinal);
        Assert.DoesNotContain(rejected, sent, StringComparison.Ordinal);
        Assert.DoesNotContain("t.matter", sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("""{"outcome":7}""")]
    [InlineData("""{"outcome":"GRANT"}""")]
    public async Task A_sender_may_send_as_its_decision_what_is_none_and_the_recipients_people_still_read_their_own(
        string decision
    )
    {
        var letter = await borders.SendAsync(AccessPointFixture.Ask);
        await borders.There.Bus.SayAsync(
            letter with
            {
                Basis = letter.Basis with { Decision = decision },
            },
            TwoBorders.Recipient
        );
        var life = await borders.There.LifeInAsync(TwoBorders.Recipient, letter.LetterId, "delivered");
        Assert.Equal(TwoBorders.Recipient, Assert.Single(life.Decisions).By);
        Assert.Equal("none", life.Basis.Outcome);
    }

    [Theory]
    [InlineData("en", "No instrument binds both authorities on that day.")]
    [InlineData("es", "Ningún instrumento lo ampara.")]
    public async Task A_letter_that_never_left_says_why_in_the_language_asked_for(string tag, string words)
    {
        var dispatch = AccessPointFixture.Dispatch(TwoBorders.Sender, "MSB-KNA");
        await borders.Here.Bus.SayAsync(dispatch, dispatch.Sender);
        await borders.Here.LifeInAsync(TwoBorders.Sender, dispatch.LetterId, "rejected");
        var (_, answer) = await TwoBorders.ReadAsync(borders.Here, dispatch.LetterId, tag);
        using (answer)
        {
            var life = await answer.Content.ReadFromJsonAsync<LetterLife>();
            Assert.Equal(words, life!.Explanation);
            Assert.Equal((TwoBorders.Sender, "no-basis"), (life.Decisions[0].By, life.Decisions[0].Code));
        }
    }
}
