namespace CaseCoordination.TreatyText;

/// <summary>The authorities and instruments that a question names.</summary>
internal static class QuestionNames
{
    public static IEnumerable<string> Authorities(object question) =>
        question switch
        {
            AssistanceRequest request => [request.From, request.To],
            Disclosure disclosure =>
            [
                disclosure.Holder,
                .. disclosure.To is { } to ? new[] { to } : [],
                .. disclosure
                    .Items.SelectMany(item => item.Provenance)
                    .SelectMany(step => new[] { step.From, step.To }),
            ],
            CoordinationStep step => [step.Authority, .. step.Concerned],
            ClockQuestion clock => [clock.Acting],
            _ => [],
        };

    public static IEnumerable<string> Instruments(object question) =>
        question switch
        {
            AssistanceRequest { Invoked: { } invoked } => [invoked],
            Disclosure disclosure => disclosure.Items.SelectMany(item => item.Provenance).Select(step => step.Under),
            CoordinationStep step => [step.Instrument],
            ClockQuestion clock => [clock.Instrument],
            _ => [],
        };
}
