using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Statements.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.EnforcementActions.Statements;

/// <summary>Brings joint statements to the store and to the API's description.</summary>
public static class StatementsModule
{
    public static IServiceCollection AddStatements(this IServiceCollection services) =>
        services.AddExamples(StatementExamples.All);

    /// <summary>The events of the statement in the file of an action.</summary>
    public static AggregateBuilder<CoordinatedAction, ActionEvent> DescribeStatement(
        this AggregateBuilder<CoordinatedAction, ActionEvent> actions
    ) =>
        actions
            .Event<StatementAgreed>("statement-agreed")
            .Event<StatementAgreementTold>("statement-agreement-told")
            .Event<StatementOrdered>("statement-ordered")
            .Event<StatementOrderReceived>("statement-order-received")
            .Event<StatementHeldBack>("statement-held-back")
            .Event<StatementPublished>("statement-published");
}
