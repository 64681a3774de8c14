using Marten;

namespace CaseCoordination.Platform.Store;

/// <summary>The store under the daemon role, which sees all authorities; for Platform's own workers only.</summary>
public interface IDaemonStore : IDocumentStore;
