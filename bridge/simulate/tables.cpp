// SPDX-License-Identifier: Apache-2.0
#include "simulate/tables.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "base/csv.h"

namespace bridge::simulate {
namespace {

constexpr std::streamsize most_bytes = std::streamsize{16} << 20;

}  // namespace

std::optional<std::string> read_whole_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::string text;
  std::array<char, 1 << 16> part{};
  while (in.read(part.data(), part.size()), in.gcount() > 0) {
    text.append(part.data(), static_cast<std::size_t>(in.gcount()));
    if (static_cast<std::streamsize>(text.size()) > most_bytes) return std::nullopt;
  }
  if (in.bad()) return std::nullopt;
  return text;
}

Result<Tables, Faults> read_tables(const std::string& mappings_directory) {
  translate::MappingFiles files;
  // The readers of the tables tell which of them they miss.
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(mappings_directory, ignored)) {
    if (entry.path().extension() != ".csv") continue;
    if (auto text = read_whole_file(entry.path().string())) {
      files[entry.path().filename().string()] = *std::move(text);
    }
  }
  auto book = translate::CodeBook::load(files);
  auto terms = translate::PumpTerms::load(files);
  Faults faults;
  if (!book) faults = book.fault();
  if (!terms) faults.insert(faults.end(), terms.fault().begin(), terms.fault().end());
  if (!faults.empty()) return faults;
  return Tables{*std::move(book), *std::move(terms)};
}

Result<std::vector<EntityId>> read_pumps(const std::string& file) {
  const auto text = read_whole_file(file);
  if (!text) return Fault{FaultCode::configuration_wrong, file, "cannot be read"};
  BRIDGE_TRY(const CsvTable table, CsvTable::parse(file, *text));
  const auto id = table.column("id");
  const auto maker_name = table.column("maker_name");
  const auto maker_id = table.column("maker_id");
  const auto maker_id_type = table.column("maker_id_type");
  if (!id || !maker_name || !maker_id || !maker_id_type) {
    return Fault{FaultCode::configuration_wrong, file, "a column is missing"};
  }
  std::vector<EntityId> pumps;
  for (const CsvTable::Row& row : table.rows()) {
    EntityId pump{row.cells[*id], "", row.cells[*maker_id], row.cells[*maker_id_type]};
    // As the bridge names it on the wire: by the maker's number, or where there is none by name.
    if (pump.universal_id.empty()) pump.namespace_id = row.cells[*maker_name];
    pumps.push_back(std::move(pump));
  }
  if (pumps.empty()) return Fault{FaultCode::configuration_wrong, file, "has no pumps"};
  return pumps;
}

translate::GatewaySender demonstration_gateway() {
  translate::GatewaySender sender;
  sender.envelope.sender = {"PUMPGW", "ACDE48FFFE000002", "EUI-64"};
  sender.envelope.sender_facility = "GENHOSP";
  sender.envelope.receiver = {"BRIDGE", "ACDE48FFFE000001", "EUI-64"};
  sender.envelope.receiver_facility = "GENHOSP";
  sender.envelope.hl7_version = "2.6";
  sender.envelope.processing_id = "P";
  return sender;
}

}  // namespace bridge::simulate
