using CaseCoordination.Decider;
using Marten;

namespace CaseCoordination.Platform.Store;

/// <summary>What a service keeps: its aggregates, and documents beside them.</summary>
public sealed class EventStoreBuilder
{
    private readonly List<Aggregate> _aggregates = [];
    private readonly List<Action<StoreOptions>> _documents = [];
    private readonly List<RowTables> _tables = [];

    /// <summary>The database schema that everything is in.</summary>
    public const string Schema = StoreSetup.Schema;

    /// <summary>Registers an aggregate under the name that deadlines and parked streams store.</summary>
    public EventStoreBuilder Aggregate<TState, TEvent>(string name, Action<AggregateBuilder<TState, TEvent>> configure)
        where TState : class, IEvolve<TState>, new()
        where TEvent : class
    {
        var builder = new AggregateBuilder<TState, TEvent>();
        configure(builder);
        _aggregates.Add(builder.Build(name));
        return this;
    }

    /// <summary>Registers a document of an authority, with its indexes.</summary>
    public EventStoreBuilder Document<T>(Action<MartenRegistry.DocumentMappingExpression<T>>? configure = null)
        where T : notnull
    {
        _documents.Add(options =>
        {
            var mapping = options.Schema.For<T>();
            configure?.Invoke(mapping);
        });
        return this;
    }

    /// <summary>Registers a document that the whole node shares, such as a replica of the registry.</summary>
    public EventStoreBuilder NodeDocument<T>(Action<MartenRegistry.DocumentMappingExpression<T>>? configure = null)
        where T : notnull =>
        Document<T>(mapping =>
        {
            var shared = mapping.SingleTenanted();
            configure?.Invoke(shared);
        });

    /// <summary>
    /// Registers plain tables for rows in bulk. Each has a column <c>tenant_id</c>, and the database shows an authority no rows
    /// but its own.
    /// </summary>
    /// <param name="sql">Creates what is missing; runs at every migration.</param>
    /// <param name="names">The tables, without schema.</param>
    public EventStoreBuilder Tables(string sql, params string[] names)
    {
        _tables.Add(new RowTables(sql, names));
        return this;
    }

    internal Aggregates Build() => new(_aggregates, _documents, _tables);
}

/// <summary>Plain tables and what creates them.</summary>
internal sealed record RowTables(string Sql, IReadOnlyList<string> Names);

/// <summary>All aggregates of a service, found by state, event or name.</summary>
internal sealed class Aggregates(
    IReadOnlyList<Aggregate> all,
    IReadOnlyList<Action<StoreOptions>> documents,
    IReadOnlyList<RowTables> tables
)
{
    private readonly Dictionary<Type, Aggregate> _byState = all.ToDictionary(a => a.State);
    private readonly Dictionary<string, Aggregate> _byName = all.ToDictionary(a => a.Name, StringComparer.Ordinal);
    private readonly Dictionary<Type, Aggregate> _byEvent = all.SelectMany(a => a.Events.Keys, (a, e) => (a, e))
        .ToDictionary(x => x.e, x => x.a);

    public IReadOnlyList<Aggregate> All => all;
    public IReadOnlyList<Action<StoreOptions>> Documents => documents;
    public IReadOnlyList<RowTables> Tables => tables;

    public Aggregate OfState(Type state) => _byState[state];

    public Aggregate OfEvent(Type @event) => _byEvent[@event];

    public Aggregate Named(string name) => _byName[name];
}
