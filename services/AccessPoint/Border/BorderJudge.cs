using CaseCoordination.AccessPoint.Letters;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.AccessPoint.Border;

/// <summary>Brings together what a judgement needs: this border's replica of the law, and the letter an answer relies on.</summary>
public sealed class BorderJudge(LawBookCache law, BookShelf shelf)
{
    private const int DeepestChain = 50;

    /// <summary>Judges a letter, on leaving or on arriving, at an instant.</summary>
    public async Task<Judgement> JudgeAsync(
        AuthoritySession session,
        LegalQuestion question,
        string sender,
        string recipient,
        DateTimeOffset submittedAt,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var known = await law.SnapshotAsync(cancellation);
        var book = known.BookOn(DateOnly.FromDateTime(now.UtcDateTime));
        if (string.Equals(sender, recipient, StringComparison.Ordinal))
        {
            return Judgement.Stop("addressed-to-oneself", "A letter goes to another authority.");
        }

        if (book.Authority(sender) is not { } from || book.Authority(recipient) is not { } to)
        {
            return Judgement.Stop("authority-unknown", "The registry does not know both authorities.");
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById((question.Trigger is null or "request" ? to : from).TimeZone);
        var today = DayIn(zone, now);
        book = known.BookOn(today);
        if (question.ReliesOn is not { } reliesOn)
        {
            return await KeptAsync(BorderLaw.Judge(book, question, sender, recipient, DayIn(zone, submittedAt), today));
        }

        var relied = await FindAskAsync(session, reliesOn, zone, cancellation);
        return await KeptAsync(BorderLaw.JudgeAnswer(book, question, relied, sender, recipient, today));

        async Task<Judgement> KeptAsync(Judgement judgement) =>
            judgement.Asked is null ? judgement : judgement with { Book = await shelf.KeepAsync(book, cancellation) };
    }

    // Answers to answers go back to the ask that began the exchange.
    private static async Task<ReliedLetter?> FindAskAsync(
        AuthoritySession session,
        Guid letterId,
        TimeZoneInfo zone,
        CancellationToken cancellation
    )
    {
        Guid? next = letterId;
        for (var depth = 0; next is { } id && depth < DeepestChain; depth++)
        {
            if (await session.Documents.LoadAsync<LetterView>(id, cancellation) is not { } view)
            {
                return null;
            }

            var question = QuestionJson.Read(view.Question);
            if (question.ReliesOn is null)
            {
                return new ReliedLetter(view.Sender, view.Recipient, question, DayIn(zone, view.SubmittedAt));
            }

            next = question.ReliesOn;
        }

        return null;
    }

    private static DateOnly DayIn(TimeZoneInfo zone, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
