using CaseCoordination.DataSharing.Requests.Questions;

namespace CaseCoordination.DataSharing.Statistics;

/// <summary>One of the five indicators by which the EU's Internal Market Information System judges how authorities answer.</summary>
/// <param name="Code">
/// accepted-within-7-days, average-days-to-answer, answered-by-date, negative-timeliness or negative-usefulness.
/// </param>
/// <param name="Value">A share from 0 to 1, or days; absent where there is nothing to judge.</param>
/// <param name="Light">green, yellow or red; answered-by-date has no further threshold and is green or not-green.</param>
public sealed record Indicator(string Code, double? Value, string? Light)
{
    private const int AcceptedWithinDays = 7;
    private const int Negative = 2;

    /// <summary>Of those accepted, how many in time. Ratings of 1 and 2 of 5 count as negative; effort is what the asker rates as usefulness.</summary>
    public static IReadOnlyList<Indicator> AllOf(IReadOnlyList<RequestMeasures> requests)
    {
        var accepted = Numbers.Share(
            requests.Select(m => m.DaysToAccept).OfType<double>().Select(d => d <= AcceptedWithinDays)
        );
        var days = Numbers.Mean(requests.Select(m => m.DaysToAnswer).OfType<double>());
        var byDate = Numbers.Share(
            requests.Where(m => m.Outcome == RequestMeasures.Answered).Select(m => m.OnTime).OfType<bool>()
        );
        var late = Numbers.Share(requests.Select(m => m.Timeliness).OfType<int>().Select(r => r <= Negative));
        var useless = Numbers.Share(requests.Select(m => m.Usefulness).OfType<int>().Select(r => r <= Negative));
        return
        [
            new("accepted-within-7-days", accepted, LightOf(accepted, v => v >= 0.8, v => v >= 0.6)),
            new("average-days-to-answer", days, LightOf(days, v => v < 16, v => v <= 25)),
            new(
                "answered-by-date",
                byDate,
                byDate is null ? null
                    : byDate >= 0.8 ? "green"
                    : "not-green"
            ),
            new("negative-timeliness", late, LightOf(late, v => v < 0.05, v => v < 0.15)),
            new("negative-usefulness", useless, LightOf(useless, v => v < 0.05, v => v < 0.15)),
        ];
    }

    private static string? LightOf(double? value, Func<double, bool> isGreen, Func<double, bool> isYellow) =>
        value is not { } v ? null
        : isGreen(v) ? "green"
        : isYellow(v) ? "yellow"
        : "red";
}
