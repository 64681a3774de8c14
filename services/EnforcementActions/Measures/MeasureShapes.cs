using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Measures.Domain;
using CaseCoordination.Identifiers;
using CaseCoordination.Platform.Http;

namespace CaseCoordination.EnforcementActions.Measures;

/// <summary>Shapes of what is said of measures.</summary>
internal static class MeasureShapes
{
    public static readonly string[] Outcomes =
    [
        Kebab.Of(MeasureState.Executed),
        Kebab.Of(MeasureState.ExecutedInPart),
        Kebab.Of(MeasureState.Failed),
    ];

    private const int MostDays = 3660;
    private const int MostDecimals = 4;

    /// <summary>The outcome if its shape is right.</summary>
    public static Outcome Outcome(this Shape shape, RecordOutcome.Body body, DateTimeOffset now)
    {
        shape
            .OneOf("state", body.State, Outcomes)
            .Optional("reason", body.Reason, 2000)
            .Optional("number", body.Number, 200)
            .Must(
                body.State is null or "executed" || !string.IsNullOrWhiteSpace(body.Reason),
                "reason",
                "required",
                "Say why it failed, or what part took effect."
            );
        return new Outcome(
            StateOf(body.State) ?? MeasureState.UnderWay,
            body.Reason,
            body.Number,
            (body.EffectiveAt ?? now).ToUniversalTime(),
            shape.Money("amountFrozen", body.AmountFrozen),
            shape.Money("fine", body.Fine)
        );
    }

    public static MeasureState? StateOf(string? word) =>
        word switch
        {
            "executed" => MeasureState.Executed,
            "executed-in-part" => MeasureState.ExecutedInPart,
            "failed" => MeasureState.Failed,
            _ => null,
        };

    public static Title Title(this Shape shape, string measure, ExtendMeasure.Body body, string? connector)
    {
        shape
            .Text("number", body.Number, 200)
            .Text("issuedBy", body.IssuedBy, 200)
            .Date("issuedOn", body.IssuedOn)
            .Must(
                body.MaximumDays is null or (>= 1 and <= MostDays),
                "maximumDays",
                "out-of-range",
                $"From 1 to {MostDays}."
            )
            .Must(
                body.Until is not null || body.MaximumDays is not null,
                "until",
                "required",
                "Say until which day, or how many days the title allows."
            );
        if (body.Until is not null)
        {
            shape.Date("until", body.Until);
        }

        return new Title(measure, body.Number!, body.IssuedBy!, body.IssuedOn ?? "", body.MaximumDays, connector);
    }

    private static Money? Money(this Shape shape, string field, MoneyBody? body)
    {
        if (body is null)
        {
            return null;
        }

        var amount = Amounts.Read(body.Amount);
        shape.Must(
            amount > 0 && amount.Value.Scale <= MostDecimals,
            $"{field}.amount",
            "not-an-amount",
            $"A positive decimal such as 1500.25, with at most {MostDecimals} digits after the point."
        );
        var currency = CurrencyCode.Check(body.Currency);
        if (currency.Problem is { } problem)
        {
            shape.Wrong($"{field}.currency", problem.Code, problem.Message);
        }

        return new Money(body.Amount ?? "", currency.Value ?? "");
    }
}
