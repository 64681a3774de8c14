using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.Bench.Judgements;

/// <summary>Judges one request after the other.</summary>
public class Judging
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    private AssistanceRequest[] questions = [];
    private LawBook book = LawBook.Empty;
    private int next;

    [Params("Few", "Fifty", "Thousands")]
    public string Shared { get; set; } = "";

    // The runtime compiles anew what runs often, in the background: that is over before anything is measured.
    [GlobalSetup]
    public void Prepare()
    {
        book = JudgementMode.Book.Value;
        questions = Questions.Of(Enum.Parse<Sharing>(Shared));
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < WarmUp; )
        {
            JudgeNext();
        }

        next = 0;
    }

    [Benchmark]
    public Decision JudgeNext() => Law.Judge(book, questions[next++ % questions.Length]);
}
