/**
 * Functions that release an argument, whichever it is: helpers of popular modules. What releases its first argument, of a
 * certain kind, is told with that kind.
 */
export const releasers: ReadonlySet<string> = new Set([
  "github.com/blockloop/scan.Row",
  "github.com/blockloop/scan.RowStrict",
  "github.com/blockloop/scan.Rows",
  "github.com/blockloop/scan.RowsStrict",
  "github.com/georgysavva/scany/v2/dbscan.ScanAll",
  "github.com/georgysavva/scany/v2/dbscan.ScanOne",
  "github.com/georgysavva/scany/v2/pgxscan.ScanAll",
  "github.com/georgysavva/scany/v2/pgxscan.ScanOne",
  "github.com/georgysavva/scany/v2/sqlscan.ScanAll",
  "github.com/georgysavva/scany/v2/sqlscan.ScanOne",
  "github.com/grafana/dskit/runutil.CloseWithErrCapture",
  "github.com/grafana/dskit/runutil.CloseWithLogOnErr",
  "github.com/grafana/dskit/runutil.ExhaustCloseWithErrCapture",
  "github.com/grafana/dskit/runutil.ExhaustCloseWithLogOnErr",
  "github.com/jackc/pgx/v5.AppendRows",
  "github.com/thanos-io/thanos/pkg/runutil.CloseWithErrCapture",
  "github.com/thanos-io/thanos/pkg/runutil.CloseWithLogOnErr",
  "github.com/thanos-io/thanos/pkg/runutil.ExhaustCloseWithErrCapture",
  "github.com/thanos-io/thanos/pkg/runutil.ExhaustCloseWithLogOnErr",
  // Makes a function of it that closes it, for multierr.AppendInvoke.
  "go.uber.org/multierr.Close",
]);
