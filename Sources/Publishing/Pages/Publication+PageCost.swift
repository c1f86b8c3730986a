internal import Diagnostics
internal import Timetabling

extension Publication {
  /// What the timetable costs and why, for those who plan.
  var costs: Markup {
    element(.section, .style("cost"), .labelled(by: "cost")) {
      element(.h2, .id("cost")) { "What this timetable costs" }
      element(.p, .style("standing")) { standing }
      if !waivers.isEmpty {
        element(.p) { "Allowed although a rule says otherwise:" }
        element(.ul) {
          for waiver in waivers { element(.li, .foreign) { waiver.words } }
        }
      }
      if !charges.isEmpty {
        element(.table) {
          element(.caption) { "Constraints that are not fully met" }
          element(.thead) {
            element(.tr) {
              element(.th, .scope(.col), .style("sum")) { "Weight × excess" }
              element(.th, .scope(.col)) { "Constraint" }
              element(.th, .scope(.col), .style("who")) { "Sessions" }
            }
          }
          element(.tbody) {
            for charge in charges {
              element(.tr) {
                element(.th, .scope(.row), .style("sum")) { charge.sum }
                element(.td) {
                  element(.p, .foreign) { charge.origin.sentence }
                  if let reason = charge.origin.reason {
                    element(.p, .style("facts"), .foreign) { "Reason: \(reason)" }
                  }
                  element(.p, .style("facts")) { "\(charge.origin.location)" }
                }
                element(.td, .style("who")) { charge.sessions.joined(separator: ", ") }
              }
            }
          }
        }
      }
    }
  }

  /// Why there is no timetable, and what would make one possible.
  func explanation(of conflict: Conflict) -> Markup {
    element(.section, .style("conflict"), .labelled(by: "conflict")) {
      element(.h2, .id("conflict")) { standing }
      if let scopeOfConflict { element(.p) { scopeOfConflict } }
      element(.p) { Self.lead(of: conflict) }
      element(.ol) {
        for line in conflict.lines {
          element(.li) {
            element(.p, .foreign) { line.sentence }
            for reason in line.origins.compactMap(\.reason).uniqued() {
              element(.p, .style("facts"), .foreign) { "Reason: \(reason)" }
            }
            element(.p, .style("facts")) { line.places.joined(separator: ", ") }
          }
        }
      }
      element(.p) { Self.repairLead(conflict.repairs) }
      if !conflict.repairs.isEmpty {
        element(.ol) {
          for repair in conflict.repairs {
            element(.li) {
              element(.p, .foreign) { Self.sentence(repair) }
              element(.p, .style("facts")) { places(repair.changes.map(\.fact.location)) }
            }
          }
        }
      }
    }
  }

  private func places(_ locations: [Diagnostic.Location]) -> String {
    locations.map(\.description).joined(separator: ", ")
  }
}
