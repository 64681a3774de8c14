using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.AccessPoint.Border;

/// <summary>
/// Asks the treaty law about letters. Grounds for refusing are the recipient's people's to use, so facts that only they know
/// stop no letter; a missing basis, an incomplete form or a fact that the sender owes does.
/// </summary>
public static class BorderLaw
{
    /// <summary>Judges an ask as it stands on a day.</summary>
    /// <param name="book">The law as this authority's replica holds it.</param>
    /// <param name="question">What the letter rests on.</param>
    /// <param name="sender">The asking authority.</param>
    /// <param name="recipient">The asked authority.</param>
    /// <param name="askedOn">Day of the ask, in the recipient's calendar.</param>
    /// <param name="today">Day of this judgement, in the recipient's calendar.</param>
    public static Judgement Judge(
        LawBook book,
        LegalQuestion question,
        string sender,
        string recipient,
        DateOnly askedOn,
        DateOnly today
    )
    {
        if (question is not { Matter: { } matter, Over: { } over })
        {
            return Judgement.Stop("question-incomplete", "An ask names its matter and what it is over.");
        }

        if (question.Trigger is not (null or "request" or "spontaneous" or "alert"))
        {
            return Judgement.Stop("question-malformed", "The trigger is request, spontaneous or alert.");
        }

        LegalMatter[] matters =
        [
            new LegalMatter
            {
                Matter = matter,
                Over = over,
                FinancialInstrument = question.FinancialInstrument,
                ConductFrom = question.ConductFrom,
                ConductTo = question.ConductTo,
            },
            .. question.Others,
        ];
        var subjects = matters.Select((m, i) => SubjectOf(m, i + 1, today)).ToList();
        if (subjects.Contains(null))
        {
            return Judgement.Stop("question-malformed", "The dates of the conduct are not dates.");
        }

        var decision = Law.Judge(
            book,
            new AssistanceRequest
            {
                Trigger = question.Trigger ?? "request",
                From = sender,
                To = recipient,
                At = askedOn,
                AsOf = today,
                Invoked = question.Instrument,
                Pinned = question.Pinned,
                Procedure = question.Procedure,
                Kinds = [.. question.Assistance],
                Urgent = question.Urgent,
                Oral = question.Oral,
                Subjects = [.. subjects.OfType<RequestSubject>()],
                Missing = [.. question.Missing],
                Facts = FactsOf(question.Facts),
            }
        );
        if (decision.Basis == "split")
        {
            return Judgement.Stop(
                "basis-split",
                $"Its matters rest on different instruments: {string.Join(", ", decision.Parts.Select(p => p.Decision.Basis).Distinct(StringComparer.Ordinal))}. Send one letter for each."
            );
        }

        var asked = new JudgedAsk(question, sender, recipient, JudgedAsk.Day(askedOn), JudgedAsk.Day(today));
        return Weigh(decision) with
        {
            Asked = asked.Write(),
            Obligations = ObligationsJson.Write(book.Instrument(decision.Basis)),
        };
    }

    /// <summary>Judges an answer by the question and decision of the letter that it relies on.</summary>
    public static Judgement JudgeAnswer(
        LawBook book,
        LegalQuestion answer,
        ReliedLetter? relied,
        string sender,
        string recipient,
        DateOnly today
    )
    {
        if (relied is null)
        {
            return Judgement.Stop(
                Judgement.ReliedLetterUnknown,
                "The letter that this one relies on is not known here."
            );
        }

        var isBetweenTheSame =
            (relied.Sender == sender && relied.Recipient == recipient)
            || (relied.Sender == recipient && relied.Recipient == sender);
        if (!isBetweenTheSame)
        {
            return Judgement.Stop(
                "relied-letter-mismatch",
                "The letter that this one relies on was between other authorities."
            );
        }

        var judged = Judge(book, relied.Ask, relied.Sender, relied.Recipient, relied.AskedOn, today);

        // What only ends or acknowledges something may still go: the frozen decision carried it, and conditions outlive treaties.
        return judged.Permits || !answer.Closing ? judged : judged with { Permits = true, Reason = null };
    }

    private static Judgement Weigh(Decision decision)
    {
        var reason = LetterPassage.StopReason(decision);
        return new Judgement(
            reason is null,
            reason,
            Explain(decision, reason),
            decision.Outcome.Code(),
            decision.Basis,
            decision.Versions.FirstOrDefault(v => v.Instrument == decision.Basis)?.Hash,
            [.. decision.Citations.Select(c => c.Text)],
            [.. decision.Duties],
            DecisionJson.Write(decision)
        );
    }

    private static string Explain(Decision decision, string? reason) =>
        reason switch
        {
            null => $"{decision.Outcome.Code()} under {decision.Basis}.",
            "facts-missing" or "content-incomplete" =>
                $"Supply: {string.Join(", ", LetterPassage.OwedFacts(decision))}.",
            "no-basis" => decision.Rejected.Length == 0
                ? "No instrument binds both authorities on that day."
                : "No instrument carries it: "
                    + string.Join(
                        "; ",
                        decision.Rejected.Select(r => $"{r.Instrument} fails at {string.Join(", ", r.Terms)}")
                    )
                    + ".",
            "basis-lapsed" => $"The participation in {decision.Basis} has ended since the ask.",
            _ => $"{decision.Outcome.Code()} under {decision.Basis}.",
        };

    private static Facts FactsOf(IReadOnlyDictionary<string, string> stated) =>
        Facts.None with
        {
            Predicates = stated.ToImmutableSortedDictionary(
                f => f.Key,
                f => TriLogic.Parse(f.Value) ?? Tri.Unknown,
                StringComparer.Ordinal
            ),
        };

    private static RequestSubject? SubjectOf(LegalMatter matter, int number, DateOnly today) =>
        DateOf(matter.ConductFrom, today, out var from) && DateOf(matter.ConductTo, today, out var to)
            ? new RequestSubject(
                number,
                matter.Matter,
                matter.Over,
                TriLogic.Parse(matter.FinancialInstrument) ?? Tri.Unknown,
                from,
                to
            )
            : null;

    private static bool DateOf(string? text, DateOnly otherwise, out DateOnly date)
    {
        date = otherwise;
        return text is null
            || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }
}

/// <summary>The ask that an answer goes back to, as this border recorded it.</summary>
public sealed record ReliedLetter(string Sender, string Recipient, LegalQuestion Ask, DateOnly AskedOn);

/// <summary>How questions are written down: the same bytes for the same question.</summary>
internal static class QuestionJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static string Write(LegalQuestion question) => JsonSerializer.Serialize(question, Options);

    public static LegalQuestion Read(string text) => JsonSerializer.Deserialize<LegalQuestion>(text, Options)!;
}
