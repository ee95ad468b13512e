// All of Dateline: include this, or the header of the part you use.
// Tested by tests/install/consumer/consumer.cpp.
#pragma once

#include <dateline/article.hpp>
#include <dateline/bounds.hpp>
#include <dateline/date.hpp>
#include <dateline/error.hpp>
#include <dateline/evaluation.hpp>
#include <dateline/index.hpp>
#include <dateline/mention.hpp>
#include <dateline/query.hpp>
#include <dateline/quote.hpp>
#include <dateline/range.hpp>
#include <dateline/recipe.hpp>
#include <dateline/results.hpp>
#include <dateline/searcher.hpp>
#include <dateline/topic.hpp>
#include <dateline/version.hpp>
